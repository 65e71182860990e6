package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.emoji.EmojiRecents;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoDesk;
import dev.windowshop.client.voice.VoicePlayer;
import dev.windowshop.client.voice.VoiceRecorder;

/// What messages are made and shown with beside words.
///
/// @param videos what plays, of videos
public record ChatMedia(
    EmojiPictures emoji,
    EmojiRecents recents,
    VoicePlayer player,
    VoiceRecorder recorder,
    VideoDesk videos,
    Posters posters) {}
