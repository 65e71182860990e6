package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The settings of an account that every client understands, as `GET /me/settings` answers them.
/// The object may hold more: a client keeps settings of its own beside these.
public record Settings(Privacy privacy, Notifications notifications, Theme theme) {
  /// What an account starts with.
  public static final Settings DEFAULT = new Settings(null, null, null);

  public Settings(
      @Nullable Privacy privacy, @Nullable Notifications notifications, @Nullable Theme theme) {
    this.privacy = privacy == null ? Privacy.DEFAULT : privacy;
    this.notifications = notifications == null ? Notifications.DEFAULT : notifications;
    this.theme = theme == null ? Theme.SYSTEM : theme;
  }

  /// Who may reach this account, and what they see of it. An absent field is as open as can be.
  ///
  /// @param whoSeesStories of those one has chatted with: nobody else ever does
  /// @param whoSeesAddress with whom calls may connect directly, which shows them one's network
  ///   address; with the rest, calls go through TURN where there is one
  /// @param readReceipts off hides both ways: one's own from others, and theirs from oneself
  public record Privacy(
      Audience whoMayMessage,
      Audience whoMayCall,
      Audience whoMayAddToGroups,
      Audience whoSeesPresence,
      Audience whoFindsMeByEmail,
      Audience whoSeesStories,
      Audience whoSeesAddress,
      Boolean readReceipts) {
    public static final Privacy DEFAULT =
        new Privacy(null, null, null, null, null, null, null, null);

    public Privacy(
        @Nullable Audience whoMayMessage,
        @Nullable Audience whoMayCall,
        @Nullable Audience whoMayAddToGroups,
        @Nullable Audience whoSeesPresence,
        @Nullable Audience whoFindsMeByEmail,
        @Nullable Audience whoSeesStories,
        @Nullable Audience whoSeesAddress,
        @Nullable Boolean readReceipts) {
      this.whoMayMessage = open(whoMayMessage);
      this.whoMayCall = open(whoMayCall);
      this.whoMayAddToGroups = open(whoMayAddToGroups);
      this.whoSeesPresence = open(whoSeesPresence);
      this.whoFindsMeByEmail = open(whoFindsMeByEmail);
      this.whoSeesStories = open(whoSeesStories);
      this.whoSeesAddress = whoSeesAddress == null ? Audience.CONTACTS : whoSeesAddress;
      this.readReceipts = readReceipts == null ? Boolean.TRUE : readReceipts;
    }

    private static Audience open(@Nullable Audience audience) {
      return audience == null ? Audience.EVERYONE : audience;
    }
  }

  /// What may draw attention to itself.
  ///
  /// @param preview whether what was written is shown in a notification
  public record Notifications(
      Boolean messages,
      Boolean groups,
      Boolean calls,
      Boolean orders,
      Boolean offers,
      Boolean sound,
      Boolean preview) {
    public static final Notifications DEFAULT =
        new Notifications(null, null, null, null, null, null, null);

    public Notifications(
        @Nullable Boolean messages,
        @Nullable Boolean groups,
        @Nullable Boolean calls,
        @Nullable Boolean orders,
        @Nullable Boolean offers,
        @Nullable Boolean sound,
        @Nullable Boolean preview) {
      this.messages = on(messages);
      this.groups = on(groups);
      this.calls = on(calls);
      this.orders = on(orders);
      this.offers = on(offers);
      this.sound = on(sound);
      this.preview = on(preview);
    }

    private static Boolean on(@Nullable Boolean value) {
      return value == null ? Boolean.TRUE : value;
    }
  }

  public enum Theme {
    @JsonProperty("system")
    SYSTEM,
    @JsonProperty("light")
    LIGHT,
    @JsonProperty("dark")
    DARK,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }
}
