package dev.windowshop.client.shell.look;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Tooltips. Each is a window with a scene of its own: they are made when the pointer first comes
/// over what they are of, since most never show. On the FX thread.
public final class Tips {
  private Tips() {}

  /// Gives a control a tooltip, or the one that it has other words.
  public static void put(Control control, String words) {
    Tooltip made = control.getTooltip();
    if (made != null) {
      made.setText(words);
    } else if (control.getProperties().put(Tips.class, words) == null) {
      control.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> make(control));
    }
  }

  private static void make(Control control) {
    if (control.getTooltip() == null
        && control.getProperties().get(Tips.class) instanceof String words) {
      control.setTooltip(new Tooltip(words));
    }
  }
}
