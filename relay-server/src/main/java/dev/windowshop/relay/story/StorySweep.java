package dev.windowshop.relay.story;

import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what has expired from the database; it was in no answer since. Any thread that may
/// block.
final class StorySweep {
  private static final Logger LOG = LoggerFactory.getLogger(StorySweep.class);
  private static final int BATCH = 200;

  private final Database database;
  private final StoryRepository stories;
  private final StoryService service;
  private final Clock clock;

  StorySweep(Database database, StoryRepository stories, StoryService service, Clock clock) {
    this.database = database;
    this.stories = stories;
    this.service = service;
    this.clock = clock;
  }

  /// @return how many were removed
  int run() {
    int all = 0;
    int removed;
    do {
      removed =
          database.write(handle -> {
            List<StoryRow> expired = stories.expired(handle, clock.instant(), BATCH);
            expired.forEach(row -> service.remove(handle, row));
            return expired.size();
          });
      all += removed;
    } while (removed == BATCH);
    if (all > 0) {
      LOG.info("{} stories are over", all);
    }
    return all;
  }
}
