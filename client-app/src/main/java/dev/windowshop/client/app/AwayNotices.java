package dev.windowshop.client.app;

import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Notices;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tells the system too when nobody looks at the window. On the FX thread.
///
/// @param looking whether the window is in front
/// @param away shows a text elsewhere
record AwayNotices(Notices here, BooleanSupplier looking, Consumer<String> away)
    implements Notices {
  @Override
  public void show(String text) {
    here.show(text);
    tell(text);
  }

  @Override
  public void show(String text, String action, Runnable run) {
    here.show(text, action, run);
    tell(text);
  }

  @Override
  public void show(AnswerableNotice notice) {
    here.show(notice);
    tell(notice.text());
  }

  private void tell(String text) {
    if (!looking.getAsBoolean()) {
      away.accept(text);
    }
  }
}
