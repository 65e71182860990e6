package dev.windowshop.client.story;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import java.util.concurrent.Executor;

/// What the screens of statuses share.
///
/// @param ui hands over to the FX thread
public record StoryContext(
    Stories stories,
    Pictures pictures,
    EmojiPictures emoji,
    Sheets sheets,
    Notices notices,
    Executor ui) {}
