package dev.windowshop.relay.recommend;

/// One finished rebuild. Immutable.
record Snapshot(
    Names actors,
    Names items,
    ItemTable table,
    Histories histories,
    Model model,
    int now,
    BuildStats stats) {}
