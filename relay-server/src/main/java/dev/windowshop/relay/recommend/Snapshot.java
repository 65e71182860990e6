package dev.windowshop.relay.recommend;

/// One finished rebuild. Immutable.
record Snapshot(
    Ids actors,
    Ids items,
    ItemTable table,
    Histories histories,
    Model model,
    int now,
    BuildStats stats) {}
