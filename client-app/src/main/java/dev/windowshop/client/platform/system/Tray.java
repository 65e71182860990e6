package dev.windowshop.client.platform.system;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app's sign in the tray: how many messages wait, a click brings the window up, and its menu
/// has the latest of what waits. Where the system has no tray there is none, and the window's title
/// counts alone. Any thread; the sign itself belongs to AWT's own thread.
public final class Tray implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
  private static final Color GROUND = new Color(0xD9, 0x48, 0x0F);
  private static final Color BADGE = new Color(0xB4, 0x23, 0x18);
  private static final int MOST = 99;
  private static final int LONGEST = 60;
  private static final int ROOM = 5;

  private final Runnable open;
  private final Runnable quit;

  /// Only on AWT's thread.
  private @Nullable TrayIcon icon;

  private volatile int unread;
  private volatile List<Waiting> waiting = List.of();

  /// Whether AWT was asked for a sign; before that it is not there to be told anything.
  private volatile boolean started;

  private volatile boolean closed;

  /// Something that waits to be read.
  ///
  /// @param open brings up a place to answer it in; on AWT's thread
  public record Waiting(String words, Runnable open) {
    /// In as many words as a menu has room for.
    public Waiting {
      String line = words.replaceAll("\\s+", " ").strip();
      words = line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
    }
  }

  /// @param open brings the window up
  /// @param quit ends the app
  public Tray(Runnable open, Runnable quit) {
    this.open = open;
    this.quit = quit;
  }

  /// Whether it is worth asking AWT: that costs memory, and the desktops without a tray are known.
  /// The menu bar of macOS is no place for a count; nobody has tried it there.
  public static boolean isLikely(SystemKind system, Map<String, String> environment) {
    String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toLowerCase(Locale.ROOT);
    return switch (system) {
      case WINDOWS -> true;
      case MACOS -> false;
      case LINUX ->
          environment.containsKey("DISPLAY") && !desktop.isEmpty() && !desktop.contains("gnome");
    };
  }

  /// Blocks for as long as AWT takes to start.
  public void show() {
    try {
      if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
        return;
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.info("no tray: {}", e.toString());
      return;
    }
    started = true;
    EventQueue.invokeLater(this::add);
  }

  private void add() {
    if (closed) {
      return;
    }
    try {
      int size = SystemTray.getSystemTray().getTrayIconSize().height;
      TrayIcon sign = new TrayIcon(picture(size, unread), words(unread), new PopupMenu());
      fill(sign);
      sign.addActionListener(_ -> open.run());
      SystemTray.getSystemTray().add(sign);
      icon = sign;
    } catch (AWTException | RuntimeException e) {
      LOG.info("no tray: {}", e.toString());
    }
  }

  private void fill(TrayIcon sign) {
    PopupMenu menu = sign.getPopupMenu();
    menu.removeAll();
    List<Waiting> now = latest(waiting);
    for (Waiting one : now) {
      add(menu, one.words(), one.open());
    }
    if (!now.isEmpty()) {
      menu.addSeparator();
    }
    add(menu, "Open Windowshop", open);
    add(menu, "Quit", quit);
  }

  private static void add(PopupMenu to, String words, Runnable does) {
    MenuItem item = new MenuItem(words);
    item.addActionListener(_ -> does.run());
    to.add(item);
  }

  static List<Waiting> latest(List<Waiting> all) {
    return all.subList(0, Math.min(ROOM, all.size()));
  }

  /// What waits to be read, the latest first.
  public void setWaiting(List<Waiting> now) {
    waiting = List.copyOf(now);
    whenShown(this::fill);
  }

  /// How many messages wait to be read.
  public void setUnread(int count) {
    unread = count;
    whenShown(sign -> {
      sign.setImage(picture(sign.getSize().height, count));
      sign.setToolTip(words(count));
    });
  }

  /// Says something where there is a sign to say it; nothing happens elsewhere.
  public void say(String text) {
    whenShown(sign -> sign.displayMessage("Windowshop", text, TrayIcon.MessageType.NONE));
  }

  private interface Use {
    void of(TrayIcon sign);
  }

  private void whenShown(Use use) {
    if (!started) {
      return;
    }
    EventQueue.invokeLater(() -> {
      TrayIcon sign = icon;
      if (sign != null) {
        use.of(sign);
      }
    });
  }

  static String words(int unread) {
    return unread == 0 ? "Windowshop" : "Windowshop \u00B7 " + unread + " unread";
  }

  /// The mark, with a count in its corner.
  static BufferedImage picture(int size, int unread) {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(GROUND);
    graphics.fillRoundRect(0, 0, size, size, size / 3, size / 3);
    graphics.setColor(Color.WHITE);
    int edge = Math.max(1, size / 4);
    graphics.fillRect(edge, edge, size - 2 * edge, size - 2 * edge);
    if (unread > 0) {
      int badge = Math.max(8, size * 5 / 8);
      graphics.setColor(BADGE);
      graphics.fillOval(size - badge, size - badge, badge, badge);
      graphics.setColor(Color.WHITE);
      String count = unread > MOST ? "+" : Integer.toString(unread);
      graphics.setFont(
          new Font(
              Font.SANS_SERIF, Font.BOLD, Math.max(6, badge * (count.length() > 1 ? 5 : 7) / 10)));
      FontMetrics metrics = graphics.getFontMetrics();
      graphics.drawString(
          count,
          size - badge + (badge - metrics.stringWidth(count)) / 2,
          size - badge + (badge - metrics.getHeight()) / 2 + metrics.getAscent());
    }
    graphics.dispose();
    return picture;
  }

  @Override
  public void close() {
    closed = true;
    whenShown(sign -> SystemTray.getSystemTray().remove(sign));
  }
}
