package dev.windowshop.client.shell;

import java.util.function.Consumer;

/// A note that can be answered where it stands.
///
/// @param about whatever it is about: a newer one of the same takes its place
/// @param action a word or two on its button
/// @param prompt in the line to answer in, while nothing is written there
/// @param answer takes what was written; never blank
public record AnswerableNotice(
    String about,
    String text,
    String action,
    Runnable run,
    String prompt,
    Consumer<String> answer) {}
