package dev.windowshop.client.shell;

/// Short notes at the window's lower edge that leave by themselves.
public interface Notices {
  void show(String text);

  /// @param action a word or two on the note's button, for example `Undo`
  void show(String text, String action, Runnable run);

  /// One that can be withdrawn: a newer one about the same takes its place.
  default void show(String about, String text, String action, Runnable run) {
    show(text, action, run);
  }

  /// One that can be answered; where there is no room for that, without.
  default void show(AnswerableNotice notice) {
    show(notice.text(), notice.action(), notice.run());
  }

  /// Says something newer where one about the same is still to be seen; no new one comes for it.
  default void update(AnswerableNotice notice) {}

  /// What it is about was seen to elsewhere: nobody needs to be told of it any more.
  default void withdraw(String about) {}
}
