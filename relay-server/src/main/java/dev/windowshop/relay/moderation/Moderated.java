package dev.windowshop.relay.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What moderation needs of the features whose things are reported. Called inside units of work.
public interface Moderated {
  /// Something as it is now.
  ///
  /// @param ownerId who wrote or sells it
  record Subject(String ownerId, JsonNode snapshot) {}

  /// What is told to some.
  record Told(List<String> userIds, ServerEvent event) {}

  /// @return null when there is none that this user sees
  @Nullable Subject message(Handle handle, String viewer, String messageId);

  /// Keeps an attachment while a report of it is open, whatever becomes of the message.
  void keepAttachment(Handle handle, String attachmentId);

  void releaseAttachment(Handle handle, String attachmentId);

  /// @return null when it is not on sale
  @Nullable Subject product(Handle handle, String productId);

  /// @return null when there is none that this user sees
  @Nullable Subject story(Handle handle, String viewer, String storyId);

  /// @return what to tell the conversation after the commit; nothing when it was so already
  /// @throws ProblemException 404 when there is no such message
  List<ServerEvent.InConversation> hideMessage(Handle handle, String messageId, boolean hidden);

  /// @return what to tell whom after the commit; nothing when it was so already
  /// @throws ProblemException 404 when there is no such story
  List<Told> hideStory(Handle handle, String storyId, boolean hidden);

  /// @return false when it was so already
  /// @throws ProblemException 404 when there is no such product
  boolean hideProduct(Handle handle, String productId, boolean hidden);
}
