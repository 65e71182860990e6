package dev.windowshop.relay.demo.picture;

/// What can be drawn, and where it is photographed.
public enum ProductKind {
  TABLE_LAMP(Stage.FLOOR, LampDrawings::table),
  FLOOR_LAMP(Stage.FLOOR, LampDrawings::floor),
  PENDANT(Stage.FLAT, LampDrawings::pendant),
  CANDLE(Stage.PLINTH, CandleDrawings::candle),
  VASE(Stage.FLOOR, VesselDrawings::vase),
  MUG(Stage.FLOOR, VesselDrawings::mug),
  TEAPOT(Stage.FLOOR, VesselDrawings::teapot),
  BOWL(Stage.FLOOR, VesselDrawings::bowl),
  PLATE(Stage.FLOOR, VesselDrawings::plate),
  CARAFE(Stage.FLOOR, VesselDrawings::carafe),
  CLOCK(Stage.FLAT, WallDrawings::clock),
  PRINT(Stage.FLAT, PrintDrawings::print),
  MIRROR(Stage.FLAT, WallDrawings::mirror),
  BASKET(Stage.FLOOR, HomeDrawings::basket),
  PLANT(Stage.FLOOR, PlantDrawings::plant),
  CUSHION(Stage.FLOOR, TextileDrawings::cushion),
  RUG(Stage.FLAT, TextileDrawings::rug),
  THROW(Stage.FLOOR, TextileDrawings::throwBlanket),
  TOWEL(Stage.FLOOR, TextileDrawings::towel),
  CHAIR(Stage.FLOOR, SeatDrawings::chair),
  ARMCHAIR(Stage.FLOOR, SofaDrawings::armchair),
  STOOL(Stage.FLOOR, SeatDrawings::stool),
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
  RING(Stage.PLINTH, JewelDrawings::ring),
  NECKLACE(Stage.FLAT, JewelDrawings::necklace),
  EARRINGS(Stage.FLAT, JewelDrawings::earrings),
  HEADPHONES(Stage.FLOOR, TechDrawings::headphones),
  SPEAKER(Stage.FLOOR, TechDrawings::speaker),
  CAMERA(Stage.FLOOR, TechDrawings::camera),
  RADIO(Stage.FLOOR, MusicDrawings::radio),
  TURNTABLE(Stage.FLAT, MusicDrawings::turntable),
  KEYBOARD(Stage.FLAT, TechDrawings::keyboard),
  GUITAR(Stage.FLAT, MusicDrawings::guitar),
  KETTLE(Stage.FLOOR, KitchenDrawings::kettle),
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
  BOTTLE(Stage.FLOOR, OutdoorDrawings::bottle),
  MAT(Stage.FLOOR, OutdoorDrawings::mat),
  BICYCLE(Stage.FLOOR, WheelDrawings::bicycle),
  HELMET(Stage.FLOOR, WheelDrawings::helmet),
  SKATEBOARD(Stage.FLAT, WheelDrawings::skateboard),
  TEDDY(Stage.FLOOR, ToyDrawings::teddy),
  TRAIN(Stage.FLOOR, ToyDrawings::train),
  BLOCKS(Stage.FLOOR, ToyDrawings::blocks),
  KITE(Stage.FLAT, ToyDrawings::kite),
  SOAP(Stage.PLINTH, BathDrawings::soap),
  DISPENSER(Stage.PLINTH, BathDrawings::dispenser),
  JAR(Stage.PLINTH, BathDrawings::jar),
  PERFUME(Stage.PLINTH, BathDrawings::perfume),
  COFFEE(Stage.FLOOR, PantryDrawings::bag),
  HONEY(Stage.FLOOR, PantryDrawings::honey),
  CHOCOLATE(Stage.FLAT, PantryDrawings::chocolate),
  TEA(Stage.FLOOR, PantryDrawings::tin),
  OIL(Stage.FLOOR, PantryDrawings::oil),
  PARCEL(Stage.FLOOR, PantryDrawings::parcel);

  private final Stage stage;
  private final Drawing drawing;

  ProductKind(Stage stage, Drawing drawing) {
    this.stage = stage;
    this.drawing = drawing;
  }

  Stage stage() {
    return stage;
  }

  Drawing drawing() {
    return drawing;
  }
}
