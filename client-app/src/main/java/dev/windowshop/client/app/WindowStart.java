package dev.windowshop.client.app;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.ProfileException;
import dev.windowshop.client.platform.ProfileInUseException;
import dev.windowshop.client.platform.system.Door;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A start with a window: whose, at which relay, and what is to be opened in it.
///
/// @param relay null for the last one
/// @param link what to open; null for nothing
record WindowStart(
    @Nullable String relay, String profile, boolean demo, boolean insecure, @Nullable String link) {
  static final String USUAL_PROFILE = "default";
  private static final int DONE = 0;
  private static final int FAILED = 1;

  /// What an icon, a link and most people ask for. The library that reads every command line takes
  /// a fifth of a second for it, at every start.
  ///
  /// @return null for what that library has to read, to explain or to refuse
  static @Nullable WindowStart plain(List<String> arguments) {
    String relay = null;
    String profile = USUAL_PROFILE;
    boolean demo = false;
    boolean insecure = false;
    String link = null;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String one = rest.next();
      if (one.equals("--demo") && !demo) {
        demo = true;
      } else if (one.equals("--relay") && relay == null && rest.hasNext()) {
        relay = rest.next();
      } else if (one.equals("--profile") && profile.equals(USUAL_PROFILE) && rest.hasNext()) {
        profile = rest.next();
      } else if (link == null && AppLink.parse(one) != null) {
        link = one;
      } else {
        return null;
      }
    }
    boolean isPlain = profile.matches("\\w[\\w-]*") && (relay == null || isAddress(relay));
    return isPlain ? new WindowStart(relay, profile, demo, insecure, link) : null;
  }

  private static boolean isAddress(String text) {
    try {
      RelayAddress.of(text, false);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Returns when the window was closed.
  ///
  /// @return the process's exit code
  /// @throws MisuseException when the relay's address is none, or not safe
  int run() throws InterruptedException {
    Timing.mark("command line read");
    Visits visits = new Visits();
    if (link != null) {
      visits.come(link);
    }
    try (Profile opened = Profile.open(profile)) {
      DiagnosticsLog.open(opened);
      RememberedRelay remembered = new RememberedRelay(opened.data().resolve("relay.txt"));
      RelayAddress address = address(relay == null ? remembered.read() : relay);
      remembered.write(address);
      if (address.exposed()) {
        err("Warning: what is sent to " + address.base() + " is not protected.");
      }
      Door door = Door.open(opened.data(), visits::come);
      try {
        return Windowshop.run(opened, address, demo, visits);
      } finally {
        if (door != null) {
          door.close();
        }
      }
    } catch (ProfileInUseException e) {
      // The one that is open comes to the front, with the link.
      if (relay == null && !demo && Door.knock(Profile.place(profile), link == null ? "" : link)) {
        return DONE;
      }
      err(e.getMessage());
      return FAILED;
    } catch (ProfileException | UnsupportedOperationException e) {
      err(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      err("The profile cannot be used: " + e.getMessage());
      return FAILED;
    } finally {
      DiagnosticsLog.close();
    }
  }

  private RelayAddress address(String text) {
    try {
      return RelayAddress.of(text, insecure);
    } catch (IllegalArgumentException e) {
      throw new MisuseException(e);
    }
  }

  /// What was asked for can't be done as it was said.
  static final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MisuseException(IllegalArgumentException why) {
      super(why.getMessage(), why);
    }
  }

  private static void err(@Nullable String text) {
    System.err.println(text);
  }
}
