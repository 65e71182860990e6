package dev.windowshop.client.gallery;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.store.Interests;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// Interests in memory; what was told is kept to be looked at.
public final class SampleInterests implements Interests {
  public final List<String> told = new ArrayList<>();
  private final Live<Recommendations> feed = new Live<>();
  private final Live<List<Product>> viewed = new Live<>(List.of());
  private final Live<Boolean> privateMode = new Live<>(false);
  private final Live<Preferences> likes = new Live<>(Preferences.NONE);
  private List<Product> fresh = List.of();
  private List<Product> along = List.of();
  private Recommendations whole = new Recommendations(List.of());

  public void give(Recommendations items) {
    whole = items;
    feed.set(items);
  }

  @Override
  public Live<Recommendations> feed() {
    return feed;
  }

  @Override
  public void refreshFeed() {}

  @Override
  public CompletableFuture<List<Product>> newForYou() {
    return CompletableFuture.completedFuture(fresh);
  }

  @Override
  public CompletableFuture<List<Product>> withCart(List<String> productIds) {
    told.add("with cart " + productIds.stream().sorted().toList());
    return CompletableFuture.completedFuture(along);
  }

  @Override
  public CompletableFuture<List<Product>> forGroup(String conversationId) {
    return CompletableFuture.completedFuture(along);
  }

  @Override
  public CompletableFuture<List<Product>> forCall(String callId) {
    return CompletableFuture.completedFuture(along);
  }

  /// What other shelves hold.
  public void give(List<Product> newForYou, List<Product> withCart) {
    fresh = newForYou;
    along = withCart;
  }

  @Override
  public Live<List<Product>> viewed() {
    return viewed;
  }

  @Override
  public void dismiss(Product product) {
    told.add("dismiss " + product.id());
    feed.set(
        new Recommendations(
            whole.items().stream()
                .filter(item -> !item.product().id().equals(product.id()))
                .toList()));
  }

  @Override
  public void restore(Product product) {
    told.add("restore " + product.id());
    feed.set(whole);
  }

  @Override
  public Runnable forget(Product product) {
    told.add("forget " + product.id());
    List<Product> before = Objects.requireNonNull(viewed.value());
    viewed.update(pages -> pages.stream().filter(page -> !page.id().equals(product.id())).toList());
    return () -> {
      told.add("unforget " + product.id());
      viewed.set(before);
    };
  }

  @Override
  public void forgetEverything() {
    told.add("forget everything");
  }

  @Override
  public void bought(List<String> productIds) {
    told.add("bought " + productIds);
  }

  @Override
  public Live<Boolean> privateMode() {
    return privateMode;
  }

  @Override
  public void setPrivateMode(boolean on) {
    privateMode.set(on);
  }

  @Override
  public Live<Preferences> likes() {
    return likes;
  }

  @Override
  public void setLikes(Preferences said) {
    likes.set(said);
  }

  @Override
  public void shown(String list, List<Recommendations.Item> items, int from) {
    told.add("shown " + list + " " + items.size() + " from " + from);
  }
}
