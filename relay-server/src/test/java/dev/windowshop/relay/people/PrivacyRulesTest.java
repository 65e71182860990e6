package dev.windowshop.relay.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Audience;
import dev.windowshop.relay.people.Permissions.Adding;
import dev.windowshop.relay.people.PrivacyRules.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what, every case.
class PrivacyRulesTest {
  @ParameterizedTest(name = "{0}, {1}: allowed {2}, rung in a group {3}, added {4}")
  @CsvSource({
    "EVERYONE, stranger,  true,  true,  AT_ONCE",
    "EVERYONE, contact,   true,  true,  AT_ONCE",
    "EVERYONE, blocked,   false, false, NO",
    "EVERYONE, blocks,    false, false, NO",
    "CONTACTS, stranger,  false, true,  NO",
    "CONTACTS, contact,   true,  true,  AT_ONCE",
    "CONTACTS, blocked,   false, false, NO",
    "CONTACTS, blocks,    false, false, NO",
    "NOBODY,   stranger,  false, false, NO",
    "NOBODY,   contact,   false, false, NO",
    "NOBODY,   blocked,   false, false, NO",
    "NOBODY,   blocks,    false, false, NO",
    "ASK,      stranger,  true,  true,  ASK",
    "ASK,      contact,   true,  true,  AT_ONCE",
    "ASK,      blocked,   false, false, NO",
    "ASK,      blocks,    false, false, NO",
    "UNKNOWN,  contact,   false, true,  NO",
  })
  void everyChoiceMeetsEverybody(
      Audience choice, String who, boolean allowed, boolean rings, Adding adding) {
    for (boolean contact : new boolean[] {false, true}) {
      boolean apart = !who.equals("stranger") && !who.equals("contact");
      if (!apart && contact != who.equals("contact")) {
        continue;
      }
      // A contact who is blocked is blocked all the same.
      Standing standing = new Standing(who.equals("blocked"), who.equals("blocks"), contact);
      assertEquals(allowed, PrivacyRules.allows(choice, standing));
      assertEquals(rings, PrivacyRules.rings(choice, standing));
      assertEquals(adding, PrivacyRules.adding(choice, standing));
    }
  }
}
