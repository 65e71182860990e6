package dev.windowshop.client.app;

import dev.windowshop.client.shell.Notices;
import org.jspecify.annotations.Nullable;

/// The shell's notices, for screens that are wired before the shell is made. On the FX thread.
final class LateNotices implements Notices {
  private @Nullable Notices notices;

  void become(Notices shell) {
    notices = shell;
  }

  @Override
  public void show(String text) {
    if (notices != null) {
      notices.show(text);
    }
  }

  @Override
  public void show(String text, String action, Runnable run) {
    if (notices != null) {
      notices.show(text, action, run);
    }
  }
}
