package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static @Nullable String trouble(String password) {
    return PasswordRules.trouble(password, "maya.lind", "maya@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "seven77",
        "password",
        "Password1!",
        "PASSWORD2024",
        "12345678",
        "87654321",
        "aaaaaaaa",
        "abababab",
        "qwertyuiop",
        "Iloveyou22",
        "maya.lind",
        "Maya.Lind1990",
        "maya@example.org"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertNotNull(trouble(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "my password is long",
        "zwölf Boxkämpfer",
        "🦊🦊🦊 und 🐻 im Wald",
        "x7!kPq2m"
      })
  void whatIsLongOrOddIsTaken(String password) {
    assertNull(trouble(password));
  }

  @Test
  void lengthIsCountedInCharactersThatAPersonSees() {
    assertNotNull(trouble("🦊🐻🐼🐨"));
    assertNotNull(trouble("x".repeat(250) + "abcdefg"));
  }
}
