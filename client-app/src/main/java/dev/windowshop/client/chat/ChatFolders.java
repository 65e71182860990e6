package dev.windowshop.client.chat;

import java.nio.file.Path;

/// Where files of conversations lie.
///
/// @param waiting what must last until it was sent
/// @param received what can be fetched again
public record ChatFolders(Path waiting, Path received) {}
