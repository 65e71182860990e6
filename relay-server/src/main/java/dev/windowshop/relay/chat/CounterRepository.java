package dev.windowshop.relay.chat;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Whether the counters of conversations hold what they promise. Stateless.
public final class CounterRepository {
  /// What is wrong, each in one sentence; empty when nothing is.
  public List<String> wrong(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT 'conversation ' || c.id || ' counts to ' || c.seq || ' and has message ' || m.seq
            FROM conversations c JOIN messages m ON m.conversation_id = c.id AND m.seq > c.seq
            UNION ALL
            SELECT 'conversation ' || c.id || ' is at change ' || c.change
              || ' and has a message of change ' || m.change
            FROM conversations c
            JOIN messages m ON m.conversation_id = c.id AND m.change > c.change
            UNION ALL
            SELECT 'conversation ' || c.id || ' is at change ' || c.change
              || ' and has a member of change ' || p.change
            FROM conversations c
            JOIN participants p ON p.conversation_id = c.id AND p.change > c.change
            LIMIT 20
            """)
        .mapTo(String.class)
        .list();
  }
}
