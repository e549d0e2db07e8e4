/// What Japanese exports call a table; nothing where they have no word of their own.
///
///     japaneseNames(of: .orders)  // ["受注", "受注一覧", "売上", …]
func japaneseNames(of table: TableName) -> [String] {
  switch table {
  case .customers: ["顧客", "顧客一覧", "顧客リスト", "取引先", "取引先一覧", "会社", "得意先"]
  case .contacts: ["担当者一覧", "連絡先", "取引先責任者"]
  case .deals: ["商談", "商談一覧", "案件", "案件一覧", "見込案件"]
  case .orders: ["受注", "受注一覧", "受注データ", "売上", "売上一覧", "売上明細", "注文", "注文一覧"]
  case .activities: ["活動一覧", "活動履歴", "訪問", "訪問記録", "訪問履歴", "日報"]
  case .receivables: ["売掛金", "売掛", "入金", "入金予定", "請求"]
  case .products: ["商品", "製品", "商品一覧"]
  case .goals: ["目標", "売上目標"]
  case .team: ["社員", "メンバー", "営業担当者"]
  case .teams, .calendar, .rates, .factors, .participants: []
  }
}

/// What Japanese exports call a column.
///
///     japaneseNames(of: "date", in: .orders)  // ["受注日", "注文日", …]
func japaneseNames(of column: String, in table: TableName) -> [String] {
  if let own = ownNames[table]?[column] { return own }
  switch column {
  case "customer" where table != .customers: return customer
  case "owner" where table != .goals: return owner
  case "currency": return ["通貨"]
  case "product" where table != .products: return ["商品", "商品名", "製品", "製品名", "品名"]
  default: return []
  }
}

private let customer = [
  "会社名", "會社名", "顧客", "顧客名", "取引先", "取引先名", "得意先", "得意先名", "企業名", "社名", "顧客コード", "顧客番号",
  "顧客ID", "取引先コード", "得意先コード",
]
private let owner = ["担当", "担当者", "担当者名", "営業担当", "営業担当者", "営業", "所有者", "商談所有者", "取引先所有者"]

private let ownNames: [TableName: [String: [String]]] = [
  .customers: [
    "customer_id": ["顧客コード", "顧客番号", "顧客ID", "取引先コード", "得意先コード", "会社コード"],
    "name": ["会社名", "會社名", "顧客名", "顧客", "取引先", "取引先名", "得意先名", "得意先", "企業名", "社名"],
    "close_date": ["受注予定日", "完了予定日", "クローズ予定日"],
    "segment": ["業種", "業界"],
    "first_contact": ["初回接触日", "初回訪問日", "登録日", "作成日"],
    "last_contact": ["最終接触日", "最終訪問日", "最終活動日"],
    "note": ["備考", "メモ"],
  ],
  .contacts: [
    "contact_name": ["氏名", "担当者名", "担当者氏名", "取引先責任者名"],
    "title": ["役職", "肩書"], "role": ["役割"],
  ],
  .deals: [
    "amount": ["金額", "商談金額", "案件金額", "見込金額", "受注金額", "受注予定金額"],
    "deal_id": ["商談ID", "案件番号", "案件ID", "商談番号"],
    "stage": ["フェーズ", "商談フェーズ", "ステージ", "段階", "進捗"],
    "status": ["ステータス", "結果", "受注/失注"],
    "created": ["作成日", "登録日", "作成日時"],
    "expected_close": ["受注予定日", "完了予定日", "クローズ日", "クローズ予定日", "見込日"],
    "closed": ["受注日", "成約日", "失注日"],
    "probability": ["確度", "受注確度", "確率"],
  ],
  .orders: [
    "date": ["受注日", "注文日", "売上日", "計上日", "売上計上日", "日付"],
    "amount": ["受注金額", "売上金額", "売上", "売上高", "注文金額", "金額", "合計金額", "税込金額"],
    "order_id": ["受注番号", "注文番号", "受注No", "伝票番号"],
    "qty": ["数量", "個数"], "contact": ["先方担当者"],
  ],
  .activities: [
    "date": ["訪問日", "活動日", "日付", "実施日", "商談日"],
    "planned": ["予定日", "訪問予定日"],
    "type": ["活動種別", "種別", "活動内容", "区分", "訪問種別"],
    "hours": ["所要時間", "時間"], "done": ["完了", "実施済"],
  ],
  .receivables: [
    "amount": ["請求金額", "売掛金額", "請求額", "金額"],
    "due": ["支払期日", "入金予定日", "回収予定日", "支払期限"],
    "paid": ["入金額", "入金金額", "回収額"],
    "paid_date": ["入金日", "回収日"],
  ],
  .products: ["product": ["商品", "商品名", "製品", "製品名", "商品コード"], "list_price": ["定価"]],
  .goals: [
    "owner": owner, "target": ["目標値", "目標金額"], "start": ["開始日"], "end": ["終了日"], "unit": ["単位"],
  ],
  .team: [
    "member": ["社員番号", "社員コード"], "name": ["氏名", "社員名"], "team": ["所属", "部署", "チーム"],
    "role": ["役割"], "manager": ["上司"], "start": ["入社日"],
  ],
]
