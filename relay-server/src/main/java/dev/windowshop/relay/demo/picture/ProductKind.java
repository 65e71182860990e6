package dev.windowshop.relay.demo.picture;

/// What can be drawn, and where it is photographed.
public enum ProductKind {
  TABLE_LAMP(Stage.FLOOR, LampDrawings::table),
  FLOOR_LAMP(Stage.FLOOR, LampDrawings::floor),
  PENDANT(Stage.FLAT, LampDrawings::pendant),
  CANDLE(Stage.PLINTH, CandleDrawings::candle, 1.06),
  VASE(Stage.FLOOR, VesselDrawings::vase),
  MUG(Stage.FLOOR, VesselDrawings::mug, 1.22),
  TEAPOT(Stage.FLOOR, VesselDrawings::teapot, 1.06),
  BOWL(Stage.FLOOR, VesselDrawings::bowl, 1.1),
  PLATE(Stage.FLOOR, VesselDrawings::plate, 1.06),
  CARAFE(Stage.FLOOR, VesselDrawings::carafe),
  CLOCK(Stage.FLAT, WallDrawings::clock),
  PRINT(Stage.FLAT, PrintDrawings::print),
  MIRROR(Stage.FLAT, WallDrawings::mirror),
  BASKET(Stage.FLOOR, HomeDrawings::basket),
  PLANT(Stage.FLOOR, PlantDrawings::plant, 1.08),
  CUSHION(Stage.FLOOR, TextileDrawings::cushion),
  RUG(Stage.FLAT, TextileDrawings::rug),
  THROW(Stage.FLOOR, TextileDrawings::throwBlanket, 1.05),
  TOWEL(Stage.FLOOR, TextileDrawings::towel, 1.1),
  CHAIR(Stage.FLOOR, SeatDrawings::chair),
  ARMCHAIR(Stage.FLOOR, SofaDrawings::armchair, 1.06),
  STOOL(Stage.FLOOR, SeatDrawings::stool, 1.08),
  SOFA(Stage.FLOOR, SofaDrawings::sofa),
  TABLE(Stage.FLOOR, HomeDrawings::table),
  SHELF(Stage.FLOOR, HomeDrawings::shelf),
  TSHIRT(Stage.FLAT, TopDrawings::tshirt),
  SHIRT(Stage.FLAT, TopDrawings::shirt),
  SWEATER(Stage.FLAT, KnitDrawings::sweater),
  HOODIE(Stage.FLAT, KnitDrawings::hoodie),
  COAT(Stage.FLAT, CoatDrawings::coat),
  JACKET(Stage.FLAT, CoatDrawings::jacket),
  DRESS(Stage.FLAT, DressDrawings::dress),
  SKIRT(Stage.FLAT, DressDrawings::skirt),
  TROUSERS(Stage.FLAT, DressDrawings::trousers),
  SNEAKER(Stage.FLOOR, ShoeDrawings::sneaker),
  BOOT(Stage.FLOOR, ShoeDrawings::boot),
  LOAFER(Stage.FLOOR, ShoeDrawings::loafer),
  BACKPACK(Stage.FLOOR, BagDrawings::backpack),
  TOTE(Stage.FLOOR, BagDrawings::tote),
  HANDBAG(Stage.FLOOR, BagDrawings::handbag),
  WALLET(Stage.FLAT, BagDrawings::wallet),
  HAT(Stage.FLOOR, WornDrawings::hat),
  BEANIE(Stage.FLOOR, WornDrawings::beanie),
  SCARF(Stage.FLAT, WornDrawings::scarf),
  SUNGLASSES(Stage.FLOOR, WornDrawings::sunglasses),
  WATCH(Stage.FLAT, JewelDrawings::watch),
  RING(Stage.PLINTH, JewelDrawings::ring, 1.04),
  NECKLACE(Stage.FLAT, JewelDrawings::necklace),
  EARRINGS(Stage.FLAT, JewelDrawings::earrings),
  HEADPHONES(Stage.FLOOR, TechDrawings::headphones),
  SPEAKER(Stage.FLOOR, TechDrawings::speaker),
  CAMERA(Stage.FLOOR, TechDrawings::camera),
  RADIO(Stage.FLOOR, MusicDrawings::radio, 1.04),
  TURNTABLE(Stage.FLAT, MusicDrawings::turntable),
  KEYBOARD(Stage.FLAT, TechDrawings::keyboard),
  GUITAR(Stage.FLAT, MusicDrawings::guitar),
  KETTLE(Stage.FLOOR, KitchenDrawings::kettle, 1.12),
  PAN(Stage.FLOOR, KitchenDrawings::pan),
  KNIFE(Stage.FLAT, KitchenDrawings::knife),
  BOARD(Stage.FLAT, KitchenDrawings::board),
  MILL(Stage.FLOOR, KitchenDrawings::mill),
  COFFEE_MAKER(Stage.FLOOR, KitchenDrawings::coffeeMaker),
  BOOK(Stage.FLOOR, PaperDrawings::book),
  NOTEBOOK(Stage.FLAT, PaperDrawings::notebook),
  PEN(Stage.FLAT, PaperDrawings::pen),
  TENT(Stage.FLOOR, OutdoorDrawings::tent),
  LANTERN(Stage.FLOOR, OutdoorDrawings::lantern),
  BOTTLE(Stage.FLOOR, OutdoorDrawings::bottle, 1.06),
  MAT(Stage.FLOOR, OutdoorDrawings::mat),
  BICYCLE(Stage.FLOOR, WheelDrawings::bicycle),
  HELMET(Stage.FLOOR, WheelDrawings::helmet),
  SKATEBOARD(Stage.FLAT, WheelDrawings::skateboard),
  TEDDY(Stage.FLOOR, ToyDrawings::teddy),
  TRAIN(Stage.FLOOR, ToyDrawings::train),
  BLOCKS(Stage.FLOOR, ToyDrawings::blocks, 1.12),
  KITE(Stage.FLAT, ToyDrawings::kite),
  SOAP(Stage.PLINTH, BathDrawings::soap, 1.2),
  DISPENSER(Stage.PLINTH, BathDrawings::dispenser),
  JAR(Stage.PLINTH, BathDrawings::jar, 1.16),
  PERFUME(Stage.PLINTH, BathDrawings::perfume, 1.08),
  COFFEE(Stage.FLOOR, PantryDrawings::bag, 1.1),
  HONEY(Stage.FLOOR, PantryDrawings::honey, 1.2),
  CHOCOLATE(Stage.FLAT, PantryDrawings::chocolate),
  TEA(Stage.FLOOR, PantryDrawings::tin, 1.14),
  OIL(Stage.FLOOR, PantryDrawings::oil, 1.05),
  PARCEL(Stage.FLOOR, PantryDrawings::parcel);

  private final Stage stage;
  private final Drawing drawing;
  private final double zoom;

  ProductKind(Stage stage, Drawing drawing) {
    this(stage, drawing, 1);
  }

  /// @param zoom how much larger than drawn a small thing is shown
  ProductKind(Stage stage, Drawing drawing, double zoom) {
    this.stage = stage;
    this.drawing = drawing;
    this.zoom = zoom;
  }

  double zoom() {
    return zoom;
  }

  Stage stage() {
    return stage;
  }

  Drawing drawing() {
    return drawing;
  }
}
