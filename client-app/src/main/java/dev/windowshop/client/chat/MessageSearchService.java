package dev.windowshop.client.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.cache.Rows;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for messages in the cache: words of three letters and more by their trigrams, in any
/// script; shorter ones by looking at the newest ones. Any thread; works on the given one.
final class MessageSearchService implements MessageSearch {
  private static final Logger LOG = LoggerFactory.getLogger(MessageSearchService.class);
  private static final int TRIGRAM = 3;

  /// Short words are looked for among so many of the newest messages.
  private static final int LOOKED_AT = 50_000;

  private final ClientDatabase database;

  /// How often the relay is asked on for one question.
  private static final int MOST_PAGES = 5;

  private static final TypeReference<Page<Message>> PAGE = new TypeReference<>() {};

  private final RelayClient relay;
  private final Executor worker;

  MessageSearchService(ClientDatabase database, RelayClient relay, Executor worker) {
    this.database = database;
    this.relay = relay;
    this.worker = worker;
  }

  @Override
  public CompletableFuture<List<MessageHit>> elsewhere(MessageQuery query, int most) {
    if (query.words().isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return askRelay(query, most);
          } catch (RelayUnreachableException e) {
            LOG.debug("only what is here was looked through: {}", e.getMessage());
            return List.of();
          }
        },
        worker);
  }

  private List<MessageHit> askRelay(MessageQuery query, int most) {
    String path =
        "/messages/search?limit=50&q="
            + URLEncoder.encode(String.join(" ", query.words()), StandardCharsets.UTF_8)
            + (query.conversationId() == null ? "" : "&conversationId=" + query.conversationId());
    List<MessageHit> hits = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES && hits.size() < most; page++) {
      Page<Message> part = relay.get(path + (cursor == null ? "" : "&cursor=" + cursor), PAGE);
      hits.addAll(database.read(connection -> unknown(connection, query, part.items())));
      cursor = part.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return hits.size() > most ? hits.subList(0, most) : hits;
  }

  private static List<MessageHit> unknown(
      Connection connection, MessageQuery query, List<Message> found) throws SQLException {
    List<MessageHit> hits = new ArrayList<>();
    for (Message message : found) {
      boolean here =
          Rows.first(connection, "SELECT 1 FROM message WHERE id = ?", row -> 1, message.id())
              != null;
      if (!here) {
        String name =
            Rows.first(
                connection,
                "SELECT COALESCE(json_extract(json, '$.name'), '') FROM conversation WHERE id = ?",
                row -> row.getString(1),
                message.conversationId());
        if (name != null && query.admits(message, name)) {
          hits.add(hit(message, name, query));
        }
      }
    }
    return hits;
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
    return Rows.query(connection, sql.toString(), row -> hit(row, query), values.toArray());
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

  private static MessageHit hit(ResultSet row, MessageQuery query) throws SQLException {
    String name = row.getString(2);
    return hit(Json.decode(row.getString(1), Message.class), name == null ? "" : name, query);
  }

  private static MessageHit hit(Message message, String name, MessageQuery query) {
    return new MessageHit(
        message.conversationId(),
        name,
        message.id(),
        message.seq(),
        message.sender().displayName(),
        message.type(),
        words(message, query),
        message.createdAt());
  }

  /// What it says, with the name of its product or file where that is what was found.
  private static String words(Message message, MessageQuery query) {
    String said = MessageMarkup.plain(Wording.said(message));
    if (query.words().isEmpty() || has(said, query)) {
      return said;
    }
    Stream<String> product =
        message.metadata() == null
            ? Stream.of()
            : Stream.of(message.metadata().path("product").path("title").asText());
    return Stream.concat(product, message.attachments().stream().map(Attachment::name))
        .filter(name -> has(name, query))
        .findFirst()
        .map(name -> said + " \u00b7 " + name)
        .orElse(said);
  }

  private static boolean has(String text, MessageQuery query) {
    String lower = text.toLowerCase(Locale.ROOT);
    return query.words().stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
  }
}
