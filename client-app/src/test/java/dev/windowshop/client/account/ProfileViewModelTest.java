package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.UserRole;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileViewModelTest {
  /// A Sunday evening in Lisbon, where it is 23:30.
  private static final Instant NOW = Instant.parse("2026-03-01T23:30:00Z");

  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  private static final Me ADA =
      new Me(
          "u",
          "ada",
          "ada@example.com",
          "Ada",
          null,
          "Looking for a lamp",
          null,
          Instant.EPOCH,
          null,
          UserRole.USER,
          PresenceStatus.ONLINE);

  private static final class Recorded implements Accounts {
    final List<Me.Patch> patches = new ArrayList<>();
    private final Live<Account> account = new Live<>(new Account.SignedIn(ADA));

    @Override
    public Live<Account> account() {
      return account;
    }

    @Override
    public CompletableFuture<Me> signIn(String login, String password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Me> signUp(
        String email, String username, String password, @Nullable String displayName) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> signOut() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Me> update(Me.Patch patch) {
      patches.add(patch);
      return CompletableFuture.completedFuture(ADA);
    }

    @Override
    public CompletableFuture<Me> changePicture(Path picture) {
      throw new UnsupportedOperationException();
    }
  }

  private final Recorded accounts = new Recorded();
  private final ProfileViewModel model =
      new ProfileViewModel(accounts, Runnable::run, InstantSource.fixed(NOW), LISBON);

  @Test
  void aLineThatIsLeftAloneKeepsItsEnd() {
    model.displayName().set("Ada L.");
    model.save();
    assertNull(accounts.patches.getFirst().bio());
    assertEquals("Ada L.", accounts.patches.getFirst().displayName());
    assertEquals("Saved.", model.outcome().get());
  }

  @Test
  void aLineStaysAsLongAsItIsSaidTo() {
    assertEquals(null, untilOf(Lasting.ALWAYS));
    assertEquals(Instant.parse("2026-03-02T00:30:00Z"), untilOf(Lasting.HOUR));
    assertEquals(Instant.parse("2026-03-02T00:00:00Z"), untilOf(Lasting.TODAY));
    assertEquals(Instant.parse("2026-03-02T00:00:00Z"), untilOf(Lasting.WEEK));
  }

  private @Nullable Instant untilOf(Lasting lasting) {
    model.bio().set("At the market");
    model.bioLasts().set(lasting);
    model.save();
    return accounts.patches.getLast().bioUntil();
  }

  @Test
  void anEmptyLineIsClearedAndHasNoEnd() {
    model.bio().set("  ");
    model.bioLasts().set(Lasting.TODAY);
    model.save();
    assertEquals("", accounts.patches.getLast().bio());
    assertNull(accounts.patches.getLast().bioUntil());
  }

  @Test
  void aPictureIsTakenAway() {
    model.removePicture();
    assertEquals(new Me.Patch(null, null, "", null, null), accounts.patches.getLast());
    assertEquals("Your picture is gone.", model.outcome().get());
  }
}
