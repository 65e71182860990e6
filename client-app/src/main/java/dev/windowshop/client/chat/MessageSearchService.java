package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Looks for messages in the cache: words of three letters and more by their trigrams, in any
/// script; shorter ones by looking at the newest ones. Any thread; works on the given one.
final class MessageSearchService implements MessageSearch {
  private static final int TRIGRAM = 3;

  /// Short words are looked for among so many of the newest messages.
  private static final int LOOKED_AT = 50_000;

  private final ClientDatabase database;
  private final Executor worker;

  MessageSearchService(ClientDatabase database, Executor worker) {
    this.database = database;
    this.worker = worker;
  }

  @Override
  public CompletableFuture<List<MessageHit>> find(MessageQuery query, int most) {
    if (query.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return CompletableFuture.supplyAsync(
        () -> database.read(connection -> find(connection, query, most)), worker);
  }

  private static List<MessageHit> find(Connection connection, MessageQuery query, int most)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT m.json, json_extract(c.json, '$.name') AS name
            FROM message_text t JOIN message m ON m.id = t.message_id
              JOIN conversation c ON c.id = t.conversation_id
            WHERE 1 = 1\
            """);
    List<String> whole = new ArrayList<>();
    for (String word : query.words()) {
      if (word.codePointCount(0, word.length()) >= TRIGRAM) {
        whole.add("\"" + word.replace("\"", "\"\"") + "\"");
      } else {
        sql.append(" AND t.words LIKE ? ESCAPE '\\'");
        values.add("%" + escaped(word) + "%");
      }
    }
    if (!whole.isEmpty()) {
      sql.append(" AND t.id IN (SELECT rowid FROM message_fts WHERE message_fts MATCH ?)");
      values.add(String.join(" AND ", whole));
    } else if (!query.words().isEmpty()) {
      sql.append(" AND t.id > (SELECT COALESCE(MAX(id), 0) FROM message_text) - ?");
      values.add(LOOKED_AT);
    }
    if (query.conversationId() != null) {
      sql.append(" AND t.conversation_id = ?");
      values.add(query.conversationId());
    }
    if (query.from() != null) {
      sql.append(" AND t.sender LIKE ? ESCAPE '\\'");
      values.add("%" + escaped(query.from()) + "%");
    }
    if (query.in() != null) {
      sql.append(" AND json_extract(c.json, '$.name') LIKE ? ESCAPE '\\'");
      values.add("%" + escaped(query.in()) + "%");
    }
    if (query.after() != null) {
      sql.append(" AND t.at >= ?");
      values.add(query.after().toString());
    }
    if (query.before() != null) {
      sql.append(" AND t.at < ?");
      values.add(query.before().toString());
    }
    MessageQuery.Kind kind = query.kind();
    if (kind != null) {
      sql.append(kind(kind));
    }
    sql.append(" ORDER BY t.at DESC, t.seq DESC LIMIT ?");
    values.add(most);
    return Rows.query(connection, sql.toString(), MessageSearchService::hit, values.toArray());
  }

  private static String kind(MessageQuery.Kind kind) {
    return switch (kind) {
      case PICTURE -> " AND t.type = 'image'";
      case VIDEO -> " AND t.type = 'video'";
      case FILE -> " AND t.type = 'file'";
      case VOICE -> " AND t.type = 'voice'";
      case PRODUCT -> " AND t.type = 'product'";
      case LINK -> " AND (t.words LIKE '%http://%' OR t.words LIKE '%https://%')";
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static MessageHit hit(ResultSet row) throws SQLException {
    Message message = Json.decode(row.getString(1), Message.class);
    String name = row.getString(2);
    return new MessageHit(
        message.conversationId(),
        name == null ? "" : name,
        message.id(),
        message.seq(),
        message.sender().displayName(),
        message.type(),
        MessageMarkup.plain(Wording.said(message)),
        message.createdAt());
  }
}
