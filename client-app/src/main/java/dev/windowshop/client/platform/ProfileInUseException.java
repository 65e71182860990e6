package dev.windowshop.client.platform;

/// Another process has the profile open.
public final class ProfileInUseException extends ProfileException {
  private static final long serialVersionUID = 1L;

  ProfileInUseException(String message) {
    super(message, null);
  }
}
