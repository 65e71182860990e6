package dev.windowshop.client.chat;

import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What the screens of conversations share.
///
/// @param cards what products and orders look like in them
/// @param closeDock puts the dock away
/// @param openProduct shows a product's page
/// @param call what can be done about calls in them
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
    Runnable signIn,
    PeopleDoor people,
    StoryDoor stories,
    Consumer<String> openLink,
    Executor ui) {}
