package dev.windowshop.client.chat;

import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Call;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the screens of conversations share.
///
/// @param cards what products and orders look like in them
/// @param closeDock puts the dock away
/// @param openProduct shows a product's page
/// @param call rings the others of a conversation
/// @param signIn shows where to sign in
/// @param people what can be done with the people in them
/// @param openLink follows an address that somebody wrote
/// @param ui hands over to the FX thread
public record ChatContext(
    Chats chats,
    Pictures pictures,
    ChatMedia media,
    MessageCards cards,
    Sheets sheets,
    Notices notices,
    Runnable closeDock,
    Consumer<String> openProduct,
    BiConsumer<String, Call.Media> call,
    Runnable signIn,
    PeopleDoor people,
    Consumer<String> openLink,
    Executor ui) {}
