package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Requests and answers of `/auth`. Those with a secret never print it.
public final class Auth {
  private Auth() {}

  /// `POST /auth/signup`.
  ///
  /// @param device what to call this device among the sessions; null for what the `User-Agent` says
  public record SignUp(
      String email,
      String username,
      String password,
      @Nullable String displayName,
      @Nullable String device) {
    public SignUp(String email, String username, String password, @Nullable String displayName) {
      this(email, username, password, displayName, null);
    }

    @Override
    public String toString() {
      return "SignUp[" + username + ", [REDACTED]]";
    }
  }

  /// @param login an email or a user name
  /// @param device as at [SignUp]
  public record Login(String login, String password, @Nullable String device) {
    public Login(String login, String password) {
      this(login, password, null);
    }

    @Override
    public String toString() {
      return "Login[" + login + ", [REDACTED]]";
    }
  }

  /// @param device another name for this device; null to keep the one it has
  public record Refresh(String refreshToken, @Nullable String device) {
    public Refresh(String refreshToken) {
      this(refreshToken, null);
    }

    @Override
    public String toString() {
      return "Refresh[[REDACTED]]";
    }
  }

  /// `POST /me/password`.
  ///
  /// @param currentPassword null for an account that has none yet
  public record PasswordChange(@Nullable String currentPassword, String newPassword) {
    @Override
    public String toString() {
      return "PasswordChange[[REDACTED]]";
    }
  }

  /// `POST /auth/forgot`.
  public record Forgot(String email) {
    @Override
    public String toString() {
      return "Forgot[[REDACTED]]";
    }
  }

  /// `POST /auth/reset`.
  ///
  /// @param token from the mail
  public record Reset(String token, String password) {
    @Override
    public String toString() {
      return "Reset[[REDACTED]]";
    }
  }

  /// `POST /auth/verify-email`.
  ///
  /// @param token from the mail
  public record VerifyEmail(String token) {
    @Override
    public String toString() {
      return "VerifyEmail[[REDACTED]]";
    }
  }

  /// `POST /me/email`.
  ///
  /// @param password null for an account without one
  public record EmailChange(String email, @Nullable String password) {
    @Override
    public String toString() {
      return "EmailChange[[REDACTED]]";
    }
  }

  /// `DELETE /me`.
  ///
  /// @param password null for an account without one
  public record Deletion(@Nullable String password) {
    @Override
    public String toString() {
      return "Deletion[[REDACTED]]";
    }
  }

  /// @param expiresIn seconds until the access token expires
  public record Tokens(String accessToken, String refreshToken, long expiresIn, Me user) {
    @Override
    public String toString() {
      return "Tokens[" + user.username() + ", [REDACTED]]";
    }
  }

  /// One signed-in device.
  public record Session(
      String id, @Nullable String device, Instant createdAt, Instant lastUsedAt, boolean current) {}
}
