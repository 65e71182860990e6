package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Ids;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Categories in SQL. Stateless.
public final class CategoryRepository {
  private static final List<String> COLORS =
      List.of(
          "#5f7f96", "#b07b4f", "#7d9a82", "#b7566b", "#8d5a3b", "#5a6f9c", "#c59a4a", "#4f7f57");

  /// In the order to show, without counts.
  List<Category> all(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id, slug, name, parent_id, image_url, color FROM categories ORDER BY position, id
            """)
        .map((rs, context) ->
            new Category(
                rs.getString("id"),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("parent_id"),
                0,
                rs.getString("image_url"),
                rs.getString("color")))
        .list();
  }

  public Optional<String> idOf(Handle handle, String slug) {
    return handle
        .createQuery("SELECT id FROM categories WHERE slug = :slug")
        .bind("slug", slug)
        .mapTo(String.class)
        .findOne();
  }

  /// Appends a category; one with this slug stays as it is.
  public void insert(Handle handle, Category category) {
    handle
        .createUpdate(
            """
            INSERT INTO categories (id, slug, name, parent_id, image_url, color, position)
            VALUES (:id, :slug, :name, :parent, :image, :color,
                    (SELECT coalesce(max(position), 0) + 1 FROM categories))
            ON CONFLICT (slug) DO NOTHING
            """)
        .bind("id", category.id())
        .bind("slug", category.slug())
        .bind("name", category.name())
        .bind("parent", category.parentId())
        .bind("image", category.imageUrl())
        .bind("color", category.color())
        .execute();
  }

  /// The id of the category of this name; one is made where there is none.
  public String named(Handle handle, String name) {
    String slug = Slug.of(name);
    return idOf(handle, slug)
        .orElseGet(() -> {
          String color = COLORS.get(Math.floorMod(name.hashCode(), COLORS.size()));
          String id = Ids.newId();
          insert(
              handle, new Category(id, slug, name, null, 0, Picture.category(slug, color), color));
          return id;
        });
  }

  /// The id of the category that goes by this id, slug or name.
  public Optional<String> find(Handle handle, String text) {
    return handle
        .createQuery(
            """
            SELECT id FROM categories WHERE id = :text OR slug = :text OR slug = :slug
            ORDER BY CASE WHEN id = :text THEN 0 WHEN slug = :text THEN 1 ELSE 2 END LIMIT 1
            """)
        .bind("text", text)
        .bind("slug", Slug.of(text))
        .mapTo(String.class)
        .findFirst();
  }
}
