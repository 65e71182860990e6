/// What the store costs and holds under load: a large catalogue that is imported, searched and
/// scrolled, and many who want the same few pieces at once. The relay runs in a process of its own.
@NullMarked
package dev.windowshop.bench.store;

import org.jspecify.annotations.NullMarked;
