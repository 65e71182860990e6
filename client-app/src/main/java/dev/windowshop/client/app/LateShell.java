package dev.windowshop.client.app;

import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Dock;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.Shell;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The shell, for screens that are wired before it is made and used after. On the FX thread.
final class LateShell implements Notices, Sheets {
  private @Nullable Shell shell;

  void become(Shell made) {
    shell = made;
  }

  Dock dock() {
    return made().dock();
  }

  @Override
  public void show(String text) {
    made().notices().show(text);
  }

  @Override
  public void show(String text, String action, Runnable run) {
    made().notices().show(text, action, run);
  }

  @Override
  public void show(String about, String text, String action, Runnable run) {
    made().notices().show(about, text, action, run);
  }

  @Override
  public void show(AnswerableNotice notice) {
    made().notices().show(notice);
  }

  @Override
  public void update(AnswerableNotice notice) {
    made().notices().update(notice);
  }

  @Override
  public void withdraw(String about) {
    made().notices().withdraw(about);
  }

  @Override
  public void show(Node card, Runnable closed) {
    made().sheets().show(card, closed);
  }

  @Override
  public void fill(Node content, Runnable closed) {
    made().sheets().fill(content, closed);
  }

  @Override
  public void close() {
    made().sheets().close();
  }

  private Shell made() {
    if (shell == null) {
      throw new IllegalStateException("the shell is not made yet");
    }
    return shell;
  }
}
