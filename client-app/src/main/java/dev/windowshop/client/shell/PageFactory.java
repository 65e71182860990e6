package dev.windowshop.client.shell;

/// Makes the page of a destination; called once for as long as the shell keeps that page.
@FunctionalInterface
public interface PageFactory {
  Page page(Destination destination);
}
