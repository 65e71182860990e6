package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.SellerProduct.Difference;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.ShopProfile;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.Picture;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Shops and their pages. Thread-safe; blocks its caller.
final class ShopService {
  private static final int NAME = 80;
  private static final int DESCRIPTION = 5_000;
  private static final int POLICY = 5_000;
  private static final int MOST_REPLIES = 50;
  private static final String COLOR = "#6f8b74";
  private static final Set<String> METHODS = Set.of("pickup", "standard", "express");

  private final Database database;
  private final ShopRepository shops;
  private final ShopPictures pictures;
  private final CatalogueService catalogue;
  private final CatalogueWriter writer = new CatalogueWriter();
  private final String currency;
  private final Clock clock;

  ShopService(
      Database database,
      ShopRepository shops,
      ShopPictures pictures,
      CatalogueService catalogue,
      String currency,
      Clock clock) {
    this.database = database;
    this.shops = shops;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.currency = currency;
    this.clock = clock;
  }

  ShopProfile shop(String id) {
    return database.read(
        handle -> shops.find(handle, id).orElseThrow(() -> ProblemException.notFound("shop")));
  }

  ShopProfile mine(String userId) {
    return database.read(handle -> own(handle, userId));
  }

  private ShopProfile own(Handle handle, String userId) {
    return shops
        .idOfOwner(handle, userId)
        .flatMap(id -> shops.find(handle, id))
        .orElseThrow(() -> ProblemException.notFound("shop"));
  }

  /// @throws ProblemException 409 when this user has one already
  ShopProfile create(String userId, ShopProfile.Edit edit) {
    Errors errors = new Errors();
    errors.line("name", edit.name(), NAME);
    check(edit, errors);
    errors.refuse();
    Look look = look(userId, edit);
    String id = Ids.newId();
    ShopProfile made =
        database.write(handle -> {
          if (shops.idOfOwner(handle, userId).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "You have a shop already.");
          }
          String name = String.valueOf(edit.name()).strip();
          refuseTaken(handle, name, null);
          String color = edit.color() == null || edit.color().isEmpty() ? COLOR : edit.color();
          String mark = Picture.shop(color, Pictures.seed(name));
          writer.insertShop(
              handle,
              new Shop(id, name, userId, null, mark, color.toLowerCase(Locale.ROOT)),
              clock.instant());
          ShopProfile bare = shops.find(handle, id).orElseThrow();
          shops.update(handle, merged(bare, edit, look, 1));
          writer.announce(handle, List.of(CatalogueWriter.SHOPS));
          return shops.find(handle, id).orElseThrow();
        });
    catalogue.refresh();
    return made;
  }

  /// @throws ProblemException 409 `edit-conflict` when it was changed since the edit began
  ShopProfile edit(String userId, String id, ShopProfile.Edit edit, @Nullable Long version) {
    Errors errors = new Errors();
    if (edit.name() != null) {
      errors.line("name", edit.name(), NAME);
    }
    if (version == null) {
      errors.add("version", "must be the one that the edit began from");
    }
    check(edit, errors);
    errors.refuse();
    Look look = look(userId, edit);
    ShopProfile changed =
        database.write(handle -> {
          ShopProfile now =
              shops.find(handle, id).orElseThrow(() -> ProblemException.notFound("shop"));
          if (!now.ownerId().equals(userId)) {
            throw ProblemException.forbidden("Only its owner changes a shop.");
          }
          ShopProfile next = merged(now, edit, look, now.version() + 1);
          if (now.version() != java.util.Objects.requireNonNull(version)) {
            throw Conflicts.of(version, now.version(), differences(now, next));
          }
          refuseTaken(handle, next.name(), id);
          shops.update(handle, next);
          List<String> shown = new ArrayList<>(shops.onSale(handle, id));
          shown.add(CatalogueWriter.SHOPS);
          writer.announce(handle, shown);
          return shops.find(handle, id).orElseThrow();
        });
    catalogue.refresh();
    return changed;
  }

  List<ShopProfile.QuickReply> quickReplies(String userId) {
    return database.read(handle -> shops.quickReplies(handle, own(handle, userId).id()));
  }

  List<ShopProfile.QuickReply> putQuickReplies(
      String userId, @Nullable List<ShopProfile.QuickReply> asked) {
    Errors errors = new Errors();
    List<ShopProfile.QuickReply> replies = new ArrayList<>();
    if (asked == null || asked.size() > MOST_REPLIES) {
      errors.add("items", "must be a list of " + MOST_REPLIES + " at most");
    } else {
      for (int i = 0; i < asked.size(); i++) {
        String at = "items[" + i + "]";
        ShopProfile.QuickReply reply = asked.get(i);
        if (reply == null) {
          errors.add(at, "is missing");
        } else {
          String text = errors.text(at + ".text", reply.text(), 2_000);
          if (text.isEmpty()) {
            errors.add(at + ".text", "is missing");
          }
          replies.add(
              new ShopProfile.QuickReply(errors.line(at + ".title", reply.title(), NAME), text));
        }
      }
    }
    errors.refuse();
    return database.write(handle -> {
      shops.putQuickReplies(handle, own(handle, userId).id(), replies);
      return List.copyOf(replies);
    });
  }

  private void refuseTaken(Handle handle, String name, @Nullable String except) {
    if (shops.isTaken(handle, name, except)) {
      throw ProblemException.invalid("name", "is taken by another shop");
    }
  }

  private static void check(ShopProfile.Edit edit, Errors errors) {
    errors.text("description", edit.description(), DESCRIPTION);
    if (edit.color() != null && !edit.color().matches("#[0-9a-fA-F]{6}|")) {
      errors.add("color", "must be like #6f8b74");
    }
    ShopProfile.Policies policies = edit.policies();
    if (policies != null) {
      errors.text("policies.delivery", policies.delivery(), POLICY);
      errors.text("policies.returns", policies.returns(), POLICY);
      errors.text("policies.payment", policies.payment(), POLICY);
    }
    if (edit.delivery() != null) {
      edit.delivery()
          .forEach((method, price) -> {
            if (!METHODS.contains(method)) {
              errors.add(
                  "delivery." + method,
                  "must be one of " + String.join(", ", METHODS.stream().sorted().toList()));
            } else if (price == null || price < 0 || price > Errors.DEAREST) {
              errors.add("delivery." + method, "must be a price");
            }
          });
    }
  }

  /// The pictures that an edit brings; made before its unit of work, since that takes long.
  private record Look(@Nullable String avatar, @Nullable String banner) {}

  private Look look(String userId, ShopProfile.Edit edit) {
    return new Look(
        url("avatarId", userId, edit.avatarId(), true),
        url("bannerId", userId, edit.bannerId(), false));
  }

  private @Nullable String url(String field, String userId, @Nullable String id, boolean small) {
    if (id == null || id.isEmpty()) {
      return null;
    }
    var media = pictures.take(field, userId, id, null);
    return small ? media.thumbUrl() : media.url();
  }

  private ShopProfile merged(ShopProfile now, ShopProfile.Edit edit, Look look, long version) {
    String name = edit.name() == null ? now.name() : edit.name().strip();
    String color = edit.color() == null ? now.color() : edit.color();
    color = color == null || color.isEmpty() ? COLOR : color.toLowerCase(Locale.ROOT);
    String avatar = look.avatar() == null ? now.avatarUrl() : look.avatar();
    if (avatar == null || "".equals(edit.avatarId())) {
      avatar = Picture.shop(color, Pictures.seed(name));
    }
    String banner = look.banner() == null ? now.bannerUrl() : look.banner();
    Map<String, Money> delivery = now.delivery();
    if (edit.delivery() != null) {
      Map<String, Money> asked = new LinkedHashMap<>();
      edit.delivery().forEach((method, price) -> asked.put(method, new Money(price, currency)));
      delivery = asked;
    }
    return new ShopProfile(
        now.id(),
        name,
        now.ownerId(),
        edit.description() == null ? now.description() : blank(edit.description()),
        avatar,
        color,
        "".equals(edit.bannerId()) ? null : banner,
        edit.policies() == null ? now.policies() : policies(edit.policies()),
        delivery,
        now.productCount(),
        now.rating(),
        now.ratingCount(),
        version,
        now.createdAt());
  }

  private static ShopProfile.Policies policies(ShopProfile.Policies said) {
    return new ShopProfile.Policies(
        blank(said.delivery()), blank(said.returns()), blank(said.payment()));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static List<Difference> differences(ShopProfile theirs, ShopProfile yours) {
    List<Difference> found = new ArrayList<>();
    Map<String, Function<ShopProfile, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("name", ShopProfile::name);
    fields.put("description", ShopProfile::description);
    fields.put("color", ShopProfile::color);
    fields.put("avatarUrl", ShopProfile::avatarUrl);
    fields.put("bannerUrl", ShopProfile::bannerUrl);
    fields.put("policies", ShopProfile::policies);
    fields.put("delivery", ShopProfile::delivery);
    fields.forEach((field, of) -> {
      Object there = of.apply(theirs);
      Object here = of.apply(yours);
      if (!java.util.Objects.equals(there, here)) {
        found.add(
            new Difference(
                field,
                there == null ? null : Json.tree(there),
                here == null ? null : Json.tree(here)));
      }
    });
    return found;
  }
}
