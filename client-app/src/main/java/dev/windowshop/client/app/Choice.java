package dev.windowshop.client.app;

import dev.windowshop.client.platform.Settings;

/// What is yes or no on this machine, whoever is signed in.
enum Choice {
  /// Whether this app looks at the pages behind links that are sent from here.
  LINK_PREVIEWS(
      "links.preview",
      true,
      "Links",
      "Send a preview of links",
      "While you write, this computer asks the page for its title and picture. Whoever gets your"
          + " message asks it for nothing."),
  /// Whether what others wrote is hidden in notes that come while the screen is locked.
  LOCKED(
      "notes.discreetWhenLocked",
      true,
      "Locked screen",
      "Hide what was written while the screen is locked",
      "Notes that come meanwhile say who wrote, and how many messages."),
  /// Whether signing out takes what is one's own away from this machine.
  FORGETTING(
      "signout.forgets",
      false,
      "Signing out",
      "Leave nothing here when I sign out",
      "Conversations, orders, statuses and what was not sent yet go from this machine. All but the"
          + " last is there again when you sign in.");

  private final String key;
  private final boolean usual;
  private final String title;
  private final String question;
  private final String explanation;

  Choice(String key, boolean usual, String title, String question, String explanation) {
    this.key = key;
    this.usual = usual;
    this.title = title;
    this.question = question;
    this.explanation = explanation;
  }

  /// Any thread.
  boolean isMade(Settings settings) {
    return settings.flag(key, usual);
  }

  void make(Settings settings, boolean yes) {
    settings.set(key, yes);
  }

  String title() {
    return title;
  }

  String question() {
    return question;
  }

  String explanation() {
    return explanation;
  }
}
