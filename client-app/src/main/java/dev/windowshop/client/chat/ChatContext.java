package dev.windowshop.client.chat;

import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the screens of conversations share.
///
/// @param cards what products and orders look like in them
/// @param closeDock puts the dock away
/// @param openProduct shows a product's page
/// @param call what can be done about calls in them
/// @param forAll what may please everybody in a group's conversation
/// @param signIn shows where to sign in
/// @param people what can be done with the people in them
/// @param stories what is shown of statuses
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
    CallDoor call,
    Function<String, CompletableFuture<List<Product>>> forAll,
    Runnable signIn,
    PeopleDoor people,
    StoryDoor stories,
    Consumer<String> openLink,
    Executor ui) {}
