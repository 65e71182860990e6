package dev.windowshop.relay.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Settings;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/// What an account has set, on all its devices. Blocks its caller, a virtual thread.
final class SettingsService {
  /// The largest settings object, UTF-16 units of its JSON.
  private static final int MAX_SIZE = 32_000;

  private static final int MAX_LIKES = 100;
  private static final int MAX_BRAND = 100;

  private final Database database;
  private final SettingsRepository settings;
  private final PersonalItems personal;
  private final Broadcaster broadcaster;
  private final PresenceNews presenceNews;

  SettingsService(
      Database database,
      SettingsRepository settings,
      PersonalItems personal,
      Broadcaster broadcaster,
      PresenceNews presenceNews) {
    this.database = database;
    this.settings = settings;
    this.personal = personal;
    this.broadcaster = broadcaster;
    this.presenceNews = presenceNews;
  }

  ObjectNode get(String userId) {
    return database.read(handle -> current(handle, userId));
  }

  /// Replaces the whole object; what is known and not in it becomes what an account starts with.
  ObjectNode put(String userId, JsonNode asked) {
    ObjectNode replacement = object(asked);
    return change(userId, before -> replacement);
  }

  /// Changes what is in the patch and leaves the rest, as JSON Merge Patch (RFC 7396) says.
  ObjectNode patch(String userId, JsonNode asked) {
    ObjectNode patch = object(asked);
    return change(userId, before -> merged(before, patch));
  }

  Preferences preferences(String userId) {
    return database.read(handle -> settings.preferences(handle, userId));
  }

  Preferences putPreferences(String userId, Preferences asked) {
    Preferences checked = check(asked);
    database.write(
        handle -> {
          settings.savePreferences(handle, userId, checked);
          return personal.put(handle, userId, "preferences", Json.tree(checked));
        },
        item -> tell(userId, item));
    return checked;
  }

  private record Changed(ObjectNode value, Sync.PersonalItem item, boolean presence) {}

  private ObjectNode change(String userId, UnaryOperator<ObjectNode> how) {
    Changed changed =
        database.write(
            handle -> {
              ObjectNode before = current(handle, userId);
              ObjectNode value = normal(how.apply(before.deepCopy()));
              Settings.Privacy privacy = Json.decode(value, Settings.class).privacy();
              settings.save(handle, userId, value, privacy);
              return new Changed(
                  value,
                  personal.put(handle, userId, "settings", value),
                  privacy.whoSeesPresence()
                      != Json.decode(before, Settings.class).privacy().whoSeesPresence());
            },
            done -> tell(userId, done.item()));
    if (changed.presence()) {
      presenceNews.tellAgain(userId);
    }
    return changed.value();
  }

  private void tell(String userId, Sync.PersonalItem item) {
    broadcaster.toUsers(List.of(userId), new ServerEvent.PersonalChanged(item));
  }

  private ObjectNode current(Handle handle, String userId) {
    return settings.find(handle, userId).orElseGet(() -> normal(Json.mapper().createObjectNode()));
  }

  /// With every key that is known, checked.
  private static ObjectNode normal(ObjectNode asked) {
    Settings known = Json.decode(asked, Settings.class);
    check(known);
    ObjectNode value = asked.deepCopy();
    JsonNode tree = Json.tree(known);
    // Keys of a client's own inside a known group stay too.
    value.setAll(merged(object(asked), object(tree)));
    if (Json.encode(value).length() > MAX_SIZE) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "Settings may hold " + MAX_SIZE + " characters at most.");
    }
    return value;
  }

  private static void check(Settings settings) {
    Map<String, String> errors = new LinkedHashMap<>();
    Settings.Privacy privacy = settings.privacy();
    check(errors, "whoMayMessage", privacy.whoMayMessage(), false);
    check(errors, "whoMayCall", privacy.whoMayCall(), false);
    check(errors, "whoMayAddToGroups", privacy.whoMayAddToGroups(), true);
    check(errors, "whoSeesPresence", privacy.whoSeesPresence(), false);
    check(errors, "whoFindsMeByEmail", privacy.whoFindsMeByEmail(), false);
    check(errors, "whoSeesStories", privacy.whoSeesStories(), false);
    check(errors, "whoSeesAddress", privacy.whoSeesAddress(), false);
    if (settings.theme() == Settings.Theme.UNKNOWN) {
      errors.put("theme", "must be system, light or dark");
    }
    refuse(errors);
  }

  private static void check(
      Map<String, String> errors, String field, Audience audience, boolean asks) {
    if (audience == Audience.UNKNOWN || (audience == Audience.ASK && !asks)) {
      errors.put(
          "privacy." + field, "must be everyone, contacts or nobody" + (asks ? ", or ask" : ""));
    }
  }

  private static Preferences check(Preferences asked) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (asked.categories().size() > MAX_LIKES || !asked.categories().stream().allMatch(Ids::isId)) {
      errors.put("categories", "must be " + MAX_LIKES + " ids at most");
    }
    List<String> brands = asked.brands().stream().map(String::strip).distinct().toList();
    if (brands.size() > MAX_LIKES
        || brands.stream().anyMatch(brand -> brand.isEmpty() || brand.length() > MAX_BRAND)) {
      errors.put("brands", "must be " + MAX_LIKES + " names at most");
    }
    Long min = asked.minPrice();
    Long max = asked.maxPrice();
    if (min != null && min < 0) {
      errors.put("minPrice", "must not be negative");
    }
    if (max != null && (max < 0 || (min != null && max < min))) {
      errors.put("maxPrice", "must not be less than minPrice");
    }
    refuse(errors);
    return new Preferences(asked.categories().stream().distinct().toList(), brands, min, max);
  }

  private static void refuse(Map<String, String> errors) {
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some fields were refused.").withErrors(errors));
    }
  }

  private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    patch
        .properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value.isNull()) {
            merged.remove(field.getKey());
          } else if (value instanceof ObjectNode part) {
            JsonNode there = merged.get(field.getKey());
            merged.set(
                field.getKey(),
                merged(
                    there instanceof ObjectNode old ? old : Json.mapper().createObjectNode(),
                    part));
          } else {
            merged.set(field.getKey(), value);
          }
        });
    return merged;
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new ProblemException(ProblemType.INVALID, "Settings are a JSON object.");
  }
}
