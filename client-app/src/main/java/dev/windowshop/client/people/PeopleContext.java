package dev.windowshop.client.people;

import dev.windowshop.client.account.Accounts;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the screens about people share.
///
/// @param openDirect the conversation with a person, by their id
/// @param showConversation in the dock
/// @param call rings the others of a conversation
/// @param ui hands over to the FX thread
public record PeopleContext(
    Accounts accounts,
    Acquaintances people,
    OwnSettings settings,
    Pictures pictures,
    Navigator navigator,
    Sheets sheets,
    Notices notices,
    Function<String, CompletableFuture<String>> openDirect,
    Consumer<String> showConversation,
    BiConsumer<String, Call.Media> call,
    Executor ui) {}
