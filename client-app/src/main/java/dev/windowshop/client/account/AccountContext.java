package dev.windowshop.client.account;

import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What the account's screens share.
///
/// @param demo who can be signed in with one click; null outside a demo
/// @param relay the relay's address, to be read
/// @param ui hands over to the FX thread
public record AccountContext(
    Accounts accounts,
    SignIns signIns,
    Safety safety,
    @Nullable DemoLogin demo,
    Navigator navigator,
    Theme theme,
    Pictures pictures,
    String relay,
    Executor ui) {}
