package dev.windowshop.client.chat;

import java.util.function.Consumer;

/// What conversations hand on about the people in them.
///
/// @param openCard shows somebody's card, by their id
/// @param reportMessage asks what is wrong with a message, by its id
public record PeopleDoor(Consumer<String> openCard, Consumer<String> reportMessage) {
  /// Leads nowhere.
  public static final PeopleDoor SHUT = new PeopleDoor(_ -> {}, _ -> {});
}
