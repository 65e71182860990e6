package dev.windowshop.client.app;

import dev.windowshop.client.moderation.ModerationService;
import dev.windowshop.client.people.AcquaintanceService;
import dev.windowshop.client.people.OwnSettingsService;

/// What the app knows of people, and what it may do about them.
public record PeopleServices(
    AcquaintanceService acquaintances, OwnSettingsService settings, ModerationService moderation) {
  static PeopleServices of(ClientCore core) {
    return new PeopleServices(
        new AcquaintanceService(core.relay(), core.socket(), core.account(), core.workers()),
        new OwnSettingsService(core.relay(), core.socket(), core.account(), core.workers()),
        new ModerationService(core.relay(), core.socket(), core.workers()));
  }
}
