package dev.windowshop.client.app;

import dev.windowshop.client.call.KnockLink;
import dev.windowshop.client.chat.JoinLink;
import dev.windowshop.client.people.ProfileLink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `windowshop://` link leads to. Anybody can write one: following it only shows something.
sealed interface AppLink {
  /// `windowshop://user/NAME`
  record Person(String username) implements AppLink {}

  /// `windowshop://join/TOKEN`
  record Join(String token) implements AppLink {}

  /// `windowshop://call/TOKEN`
  record Knock(String token) implements AppLink {}

  /// `windowshop://product/ID`
  record Product(String id) implements AppLink {}

  /// `windowshop://conversation/ID`
  record Conversation(String id) implements AppLink {}

  Pattern PLACE =
      Pattern.compile(
          "windowshop://(product|conversation)/([0-9a-zA-Z-]{1,64})/?", Pattern.CASE_INSENSITIVE);

  /// @return null when the text is no such link
  static @Nullable AppLink parse(String text) {
    String name = ProfileLink.nameIn(text);
    if (name != null) {
      return new Person(name);
    }
    String token = JoinLink.tokenIn(text);
    if (token != null) {
      return new Join(token);
    }
    String call = KnockLink.tokenIn(text);
    if (call != null) {
      return new Knock(call);
    }
    Matcher place = PLACE.matcher(text.strip());
    if (!place.matches()) {
      return null;
    }
    return place.group(1).equalsIgnoreCase("product")
        ? new Product(place.group(2))
        : new Conversation(place.group(2));
  }

  /// Whether only somebody who is signed in can be shown it.
  default boolean needsAccount() {
    return !(this instanceof Product);
  }
}
