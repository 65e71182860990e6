package dev.windowshop.client.account;

/// A demo shop's shopper, to be used with one click.
public record DemoLogin(String name, String login, String password) {
  @Override
  public String toString() {
    return "DemoLogin[" + login + ", [REDACTED]]";
  }
}
