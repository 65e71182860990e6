package dev.windowshop.relay.demo;

import dev.windowshop.protocol.User;
import dev.windowshop.relay.demo.picture.Pictures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who lives in the demo shop: `username|display name|bio|look`, where the look is three digits for
/// [Pictures#portrait]: cut, skin, hair.
final class DemoPeople {
  private static final List<String> PEOPLE =
      List.of(
          "robin|Robin Falk|Redoing one room at a time.|026",
          "mira|Mira Halden|Clay, light and far too many glaze tests.|112",
          "jonas|Jonas Weber|Coffee first, then everything else.|203",
          "ingrid|Ingrid Solheim|Knitting by the fjord since 2009.|105",
          "tomas|Tomás Ferreira|Oak, oil and patience.|230",
          "freya|Freya Lindqvist|Testing tents in bad weather.|175",
          "camille|Camille Durand|Linen for every season.|102",
          "ben|Ben Okafor|Maker of small wooden things.|250",
          "lukas|Lukas Brandt|Records, valves, solder.|202",
          "elodie|Élodie Perron|Paper person.|176",
          "sanne|Sanne de Vries|Two wheels, all weather.|104",
          "aoife|Aoife Brennan|Soap, ferns, sea air.|106",
          "priya|Priya Nair|Tea blends and long breakfasts.|140",
          "marco|Marco Bellini|Leather, slowly.|221",
          "lena|Lena Hofmann|Small flat, big plants.|103",
          "amir|Amir Haddad|Always looking for the right lamp.|231",
          "sofia|Sofia Marchetti|Cooks for eight, lives alone.|121",
          "noah|Noah Jensen|On the bike.|204",
          "yuki|Yuki Tanaka|Quiet things, well made.|109",
          "clara|Clara Núñez|Sunday markets.|131",
          "oskar|Oskar Nyström|Woodworker in training.|205",
          "nina|Nina Kowalska|Reading, mostly.|113",
          "theo|Théo Lambert|Film cameras and long walks.|212",
          "maja|Maja Horvat|Colour, please.|122",
          "david|David Okoye|Vinyl and vegetable curry.|260",
          "hanna|Hanna Virtanen|Sauna, then lake.|175",
          "luca|Luca Romano|Will repair it first.|221",
          "ella|Ella Byrne|New job, new coat.|116",
          "kofi|Kofi Mensah|Dad of two, owner of many blocks.|260",
          "sara|Sara Lindholm|Everything in oatmeal.|105",
          "felix|Felix Bauer|Hiking the long way home.|203",
          "ines|Inês Carvalho|Pottery on Thursdays.|121",
          "jakub|Jakub Novák|Skates to work.|202",
          "leila|Leila Rahimi|Scent collector.|130",
          "emil|Emil Sørensen|Chairs. So many chairs.|207",
          "zoe|Zoé Petit|Letters on real paper.|110",
          "anton|Anton Petrov|Guitar after ten.|212",
          "mina|Mina Park|Tea, twice a day.|109",
          "paul|Paul Brückner|Keeps the receipts.|207",
          "rosa|Rosa Delgado|Balcony gardener.|131",
          "ida|Ida Holm|Wool in July.|108",
          "samir|Samir Benali|Second-hand first.|240",
          "greta|Greta Vogel|Camping with the dog.|104",
          "hugo|Hugo Martens|Bakes at five.|274",
          "alba|Alba Ruiz|Half packed, always.|122",
          "tim|Tim Schreiber|One good bag.|213",
          "nora|Nora Kelly|Moving in together soon.|176",
          "elias|Elias Grönlund|Slow mornings.|275",
          "vera|Vera Ionescu|Illustrator.|112",
          "max|Max Albrecht|Learning to cook.|202",
          "carmen|Carmen Ortiz|Dance shoes and hiking boots.|140",
          "jan|Jan Dekker|Rain jacket expert.|208",
          "mila|Mila Petrović|Gifts a year ahead.|113",
          "aaron|Aaron Levy|Headphones on.|231",
          "frida|Frida Ek|Sews her own curtains.|105");

  private DemoPeople() {}

  static List<DemoPerson> create() {
    var people = new ArrayList<DemoPerson>();
    for (String line : PEOPLE) {
      String[] parts = line.split("\\|", -1);
      String id = DemoIds.at("person", people.size());
      var user = new User(id, parts[0], parts[1], noPicture(), parts[2], null, null);
      people.add(
          new DemoPerson(user, parts[0] + "@windowshop.example", portrait(parts[0], parts[3])));
    }
    return List.copyOf(people);
  }

  private static long portrait(String username, String look) {
    return Pictures.portrait(
        DemoIds.seed(username), look.charAt(0) - '0', look.charAt(1) - '0', look.charAt(2) - '0');
  }

  private static @Nullable String noPicture() {
    return null;
  }

  static DemoPerson named(List<DemoPerson> people, String username) {
    return people.stream()
        .filter(person -> person.user().username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
  }
}
