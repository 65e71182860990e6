package dev.windowshop.client.notification;

import java.util.List;

/// Lines of the bell that are about the same sort of thing.
record BellSection(String name, List<BellEntry> entries) {}
