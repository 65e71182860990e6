package dev.windowshop.client.media.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;

/// What goes over the link.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LinkMessage.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = LinkMessage.Ping.class, name = "ping"),
  @JsonSubTypes.Type(value = LinkMessage.Pong.class, name = "pong"),
  @JsonSubTypes.Type(value = LinkMessage.Command.class, name = "command"),
  @JsonSubTypes.Type(value = LinkMessage.Event.class, name = "event"),
  @JsonSubTypes.Type(value = LinkMessage.Stop.class, name = "stop"),
})
public sealed interface LinkMessage {
  /// Both ends come from one application image; this guards against an image half replaced.
  int VERSION = 1;

  /// The child's first word.
  ///
  /// @param pid the true one: a launcher may have started another process for itself
  record Hello(String token, long pid, int version) implements LinkMessage {
    @Override
    public String toString() {
      return "Hello[pid=" + pid + ", version=" + version + "]";
    }
  }

  record Ping(long number) implements LinkMessage {}

  /// Not by the engine's thread, so that a slow device is no silence.
  ///
  /// @param busyMillis how long that thread has been at one piece of work
  record Pong(long number, long busyMillis) implements LinkMessage {}

  record Command(MediaCommand command) implements LinkMessage {}

  record Event(MediaEvent event) implements LinkMessage {}

  /// Let the devices go and end.
  record Stop() implements LinkMessage {}
}
