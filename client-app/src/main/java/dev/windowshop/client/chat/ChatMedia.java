package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.emoji.EmojiRecents;
import dev.windowshop.client.voice.VoicePlayer;
import dev.windowshop.client.voice.VoiceRecorder;

/// What messages are made and shown with beside words.
public record ChatMedia(
    EmojiPictures emoji, EmojiRecents recents, VoicePlayer player, VoiceRecorder recorder) {}
