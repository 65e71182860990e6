package dev.windowshop.client.chat;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a conversation as it is shown. Equal lines look equal.
public sealed interface Line {
  /// Stays the same while what it shows changes.
  String key();

  /// A new day.
  record Day(String key, String text) implements Line {}

  /// What happened to the group, or a call.
  ///
  /// @param call what to call back with, null where it is no call
  /// @param missed whether to draw attention to it
  record Notice(String key, String text, String time, Call.@Nullable Media call, boolean missed)
      implements Line {}

  /// The first that was not read when the conversation was opened is below.
  record NewMessages(String key, String text) implements Line {}

  /// A file in a message.
  ///
  /// @param key the attachment's id, or what stands for it while it waits to be sent
  /// @param width pixels, 0 where they are not known
  /// @param url of the whole; null while it is only here
  /// @param local our own copy of what is not sent yet
  /// @param progress how much of it the relay has, 0 to 1; 1 for what is there
  /// @param levels how loud a recording is, 0 to 255
  record Media(
      String key,
      FileKind kind,
      String name,
      String mime,
      long size,
      int width,
      int height,
      long durationMs,
      @Nullable String url,
      @Nullable String thumbUrl,
      @Nullable Path local,
      double progress,
      List<Integer> levels) {
    /// Where its picture is to be had; of a video, its poster.
    public @Nullable String picture() {
      if (kind == FileKind.VIDEO) {
        return thumbUrl;
      }
      Path here = local;
      return here == null ? url : here.toUri().toString();
    }
  }

  /// What a message answers.
  ///
  /// @param messageId empty for a status
  /// @param seq its place, to jump there; 0 when it is not known
  /// @param storyId of a status
  record Quote(
      String messageId,
      long seq,
      String author,
      String text,
      @Nullable Media picture,
      @Nullable String storyId) {}

  /// What the page behind its link says, as its sender's app saw it.
  ///
  /// @param description may be empty
  record Preview(
      String url, String host, String title, String description, @Nullable Media picture) {}

  /// @param own whether oneself is among them
  /// @param names who they are
  record Reacted(String emoji, int count, boolean own, String names) {}

  /// Something somebody said.
  ///
  /// @param author shown above the first of theirs in a group; null elsewhere
  /// @param mentioned names in it that lead to people
  /// @param first whether it begins a group of the same sender and minute
  /// @param last whether it ends one: the time stands there
  /// @param media its files, in order
  /// @param product of a card
  /// @param mentionsReader whether it names who reads it
  /// @param problem why it was refused, or what it waits for
  /// @param source null until the relay has it
  record Bubble(
      String key,
      boolean own,
      String senderName,
      @Nullable String avatarUrl,
      @Nullable String author,
      String text,
      List<Media> media,
      @Nullable Product product,
      @Nullable Quote quote,
      @Nullable Preview preview,
      List<Reacted> reactions,
      List<String> mentioned,
      boolean mentionsReader,
      boolean forwarded,
      String time,
      boolean edited,
      boolean deleted,
      boolean first,
      boolean last,
      Delivery delivery,
      @Nullable String problem,
      @Nullable Source source)
      implements Line {}

  /// Which message it is, and whose.
  record Source(Message message) {
    public String messageId() {
      return message.id();
    }

    public String senderId() {
      return message.sender().id();
    }
  }

  /// How far one's own message has come.
  enum Delivery {
    /// Of somebody else.
    NONE,
    WAITING,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }
}
