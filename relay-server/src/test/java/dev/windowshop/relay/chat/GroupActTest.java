package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GroupActTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-Z_]+) \\|( yes)? \\|( yes)? \\|( yes)? \\|$");

  @Test
  void theTableInTheProtocolIsThatOfTheCode() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "protocol.md"));
    Map<String, String> documented = new TreeMap<>();
    ROW.matcher(page)
        .results()
        .forEach(row ->
            documented.put(
                row.group(1),
                (row.group(2) != null)
                    + " "
                    + (row.group(3) != null)
                    + " "
                    + (row.group(4) != null)));
    Map<String, String> real = new TreeMap<>();
    for (GroupAct act : GroupAct.values()) {
      real.put(
          act.name(),
          act.isAllowed(Role.OWNER)
              + " "
              + act.isAllowed(Role.ADMIN)
              + " "
              + act.isAllowed(Role.MEMBER));
    }
    assertEquals(real, documented);
  }

  @Test
  void nobodyOutranksTheirEqual() {
    assertTrue(GroupAct.outranks(Role.OWNER, Role.ADMIN));
    assertTrue(GroupAct.outranks(Role.ADMIN, Role.MEMBER));
    assertFalse(GroupAct.outranks(Role.ADMIN, Role.ADMIN));
    assertFalse(GroupAct.outranks(Role.ADMIN, Role.OWNER));
  }

  @Test
  void anEmojiIsOneAndNothingElseIs() {
    for (String emoji :
        new String[] {"👍", "❤️", "❤", "👩‍👩‍👧‍👦", "👋🏽", "🇩🇪", "1️⃣", "🏳️‍🌈", "™️"}) {
      assertTrue(Emoji.isOne(emoji), emoji);
    }
    for (String other :
        new String[] {"", "a", "1", "👍👍", "ok", " ", "<b>", "👍a", "\u200D", "🇩"}) {
      assertFalse(Emoji.isOne(other), other);
    }
  }
}
