package dev.windowshop.relay.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  /// `openssl ecparam -name prime256v1 -genkey -noout`.
  private static final String SEC1 =
      """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIIZTg/U69bC3wt48b0yBVGxwQawYPtu0oRs6rFw0aXlwoAoGCCqGSM49
      AwEHoUQDQgAEmHM7Z5sWiIozQ2I6uGe395rw9oGezMy+lyx6eodXmozcTeJ+ySid
      2uCDNc8Ic8rQI0Yde5Ib7WlPChvX6UXw0A==
      -----END EC PRIVATE KEY-----
      """;

  /// The same key: `openssl pkcs8 -topk8 -nocrypt`.
  private static final String PKCS8 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghlOD9Tr1sLfC3jxv
      TIFUbHBBrBg+27ShGzqsXDRpeXChRANCAASYcztnmxaIijNDYjq4Z7f3mvD2gZ7M
      zL6XLHp6h1eajNxN4n7JKJ3a4IM1zwhzytAjRh17khvtaU8KG9fpRfDQ
      -----END PRIVATE KEY-----
      """;

  private static final String OTHER =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgghbHDkb1O448CK4M
      49bdHt92/rtqohD9blvsBjsRRGKhRANCAAQ6oliajC6G6WZaAS5gAkJpc6tQPB9l
      kB4lgFCfZ5y9CpwSEMun57xlxTfPtdkb75SB6MN6KdbJvyWlUKP/Wyfo
      -----END PRIVATE KEY-----
      """;

  private static final String WRONG_CURVE =
      """
      -----BEGIN PRIVATE KEY-----
      MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDB1XcYaGMNlBx5Dv1MK
      aeZovdbYq46Y3OvF8hr/+Dy8Trit+7DdeCknGhRAnbNP62ChZANiAAS0AgQY43Lp
      Qs2Bsv8fExsd96F1tuNdT6ZhpVGlgPV1CGcj0drY8CNk0nuCp9Oo8GV+V5C3/tX8
      MfwZLHaG4v9XkAlEXWnj3pxzhBdWucZhnivVJNd0ONgDL4/J+qCGNEM=
      -----END PRIVATE KEY-----
      """;

  private static final Principal ANN = new Principal("u", "s");

  @TempDir Path data;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(data.resolve(name), text);
  }

  private static AccessTokens tokens(SigningKeys keys) {
    return new AccessTokens(keys, Clock.systemUTC(), Duration.ofMinutes(15));
  }

  private static ProblemType refusal(SigningKeys keys, String token) {
    return assertThrows(ProblemException.class, () -> tokens(keys).verify(token)).type();
  }

  @Test
  void bothFormsOfAPemFileAreTheSameKey() throws IOException {
    SigningKeys one = SigningKeys.open(data, List.of(file("a.pem", SEC1)));
    SigningKeys other = SigningKeys.open(data, List.of(file("b.pem", PKCS8)));
    assertEquals(one.ids(), other.ids());
    assertEquals(ANN, tokens(other).verify(tokens(one).mint(ANN)));
    assertFalse(one.publicJson().contains("\"d\""));
    assertFalse(Files.exists(data.resolve("secrets/token-keys.json")));
  }

  @Test
  void theFirstSignsAndTheOthersVerify() throws IOException {
    Path old = file("old.pem", SEC1);
    String before = tokens(SigningKeys.open(data, List.of(old))).mint(ANN);
    SigningKeys rotated = SigningKeys.open(data, List.of(file("new.pem", OTHER), old));
    assertEquals(ANN, tokens(rotated).verify(before));
    assertEquals(2, rotated.ids().size());
    SigningKeys without = SigningKeys.open(data, List.of(file("new.pem", OTHER)));
    assertEquals(ANN, tokens(without).verify(tokens(rotated).mint(ANN)));
    assertEquals(ProblemType.TOKEN_INVALID, refusal(without, before));
  }

  @Test
  void aFileThatIsNoKeyOfTheRightSortIsSaid() throws IOException {
    for (String text : List.of("nothing", WRONG_CURVE, SEC1.replace("M", "N"))) {
      Path bad = file("bad.pem", text);
      IOException e =
          assertThrows(IOException.class, () -> SigningKeys.open(data, List.of(bad)), text);
      assertTrue(String.valueOf(e.getMessage()).contains("bad.pem"), e::toString);
    }
  }

  @Test
  void aRotatedKeySignsAtOnceWhereTheFileIsLookedAtAgain() throws IOException {
    SigningKeys serving = SigningKeys.open(data);
    String before = tokens(serving).mint(ANN);
    String id = SigningKeys.rotate(data);
    assertFalse(serving.ids().contains(id));
    serving.reload();
    assertEquals(id, serving.ids().getFirst());
    assertEquals(ANN, tokens(serving).verify(before));
    String second = tokens(serving).mint(ANN);
    SigningKeys.rotate(data);
    SigningKeys.rotate(data);
    serving.reload();
    assertEquals(3, serving.ids().size());
    assertEquals(ANN, tokens(serving).verify(second));
    assertEquals(ProblemType.TOKEN_INVALID, refusal(serving, before));
  }

  @Test
  void aBrokenFileChangesNothing() throws IOException {
    SigningKeys serving = SigningKeys.open(data);
    Files.writeString(data.resolve("secrets/token-keys.json"), "{");
    assertThrows(IOException.class, serving::reload);
    assertEquals(ANN, tokens(serving).verify(tokens(serving).mint(ANN)));
  }
}
