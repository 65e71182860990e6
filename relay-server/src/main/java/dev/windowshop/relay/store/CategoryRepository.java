package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Categories in SQL. Stateless.
public final class CategoryRepository {
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
}
