/// Measures the recommender: how well it foretells beside the usual simple methods, and how fast it
/// is. Runs on the command line's thread.
@NullMarked
package dev.windowshop.bench.recommend;

import org.jspecify.annotations.NullMarked;
