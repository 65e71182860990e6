package dev.windowshop.bench.calls;

import java.util.List;

/// What was measured of a [Scene].
///
/// @param windowCpu of the process that has the pictures at last, in % of a core
/// @param mediaCpu of its media process, 0 for the bare library
/// @param othersCpu of the process with all synthetic peers
/// @param residentMb of the process with the window's part, and of the media process
/// @param rates pictures a second of each tile
/// @param ages milliseconds from a peer's camera to the window's buffer
/// @param width of the pictures at the end
/// @param step how far the client lowered what it sends, 0 for not at all
record Seen(
    double windowCpu,
    double mediaCpu,
    double othersCpu,
    double windowMb,
    double mediaMb,
    List<Double> rates,
    List<Double> ages,
    int width,
    int step) {}
