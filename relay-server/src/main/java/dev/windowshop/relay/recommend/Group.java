package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;

/// Makes one asker of several: each member's profile counts the same, however long it is.
final class Group {
  private Group() {}

  static Asker of(List<Asker> members) {
    int size = members.stream().mapToInt(member -> member.profile().item().length).sum();
    int[] item = new int[size];
    byte[] type = new byte[size];
    float[] liking = new float[size];
    float[] recency = new float[size];
    double stay = 0;
    int with = 0;
    int at = 0;
    IntOpenHashSet never = new IntOpenHashSet();
    IntOpenHashSet touched = new IntOpenHashSet();
    for (Asker member : members) {
      Profile profile = member.profile();
      float liked = sum(profile.liking());
      float recent = sum(profile.recency());
      for (int k = 0; k < profile.item().length; k++) {
        item[at] = profile.item()[k];
        type[at] = profile.type()[k];
        liking[at] = liked > 0 ? profile.liking()[k] / liked : 0;
        recency[at] = recent > 0 ? profile.recency()[k] / recent : 0;
        at++;
      }
      never.addAll(member.never());
      touched.addAll(member.touched());
      if (!profile.empty()) {
        stay += profile.stay();
        with++;
      }
    }
    double stays = with == 0 ? 0 : stay / with;
    return new Asker(new Profile(item, type, liking, recency, stays), never, touched);
  }

  private static float sum(float[] of) {
    float sum = 0;
    for (float one : of) {
      sum += Math.abs(one);
    }
    return sum;
  }
}
