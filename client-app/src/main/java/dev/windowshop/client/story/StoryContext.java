package dev.windowshop.client.story;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoDesk;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What the screens of statuses share.
///
/// @param videos plays them, one at a time
/// @param program shows a file in the system's program for it; nothing blocks
/// @param ui hands over to the FX thread
public record StoryContext(
    Stories stories,
    Pictures pictures,
    EmojiPictures emoji,
    Sheets sheets,
    Notices notices,
    VideoDesk videos,
    Posters posters,
    Consumer<Path> program,
    Executor ui) {}
