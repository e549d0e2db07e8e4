/// A folded text with its Traditional Chinese characters as Simplified ones, as far as headings, words and
/// stages of sales have them; nil where it has none.
///
/// For a second look at what no name is as it stands; never for what is shown or kept.
///
///     simplified("客戶名稱")  // "客户名称"
func simplified(_ text: String) -> String? {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
  var isChanged = false
  let characters = text.map { character in
    guard let simple = simpleForms[character] else { return character }
    isChanged = true
    return simple
  }
  return isChanged ? String(characters) : nil
}

private let simpleForms: [Character: Character] = Dictionary(
  zip(
    "戶單額負責務員聯絡編號碼稱階狀態預計實際時間產類數備註話機會訂購買賣價幣種總門開結業績應帳賬歸屬動訪談簽約達記錄敗進無執輸贏貨運項寫測試檔區團隊級職權決報錢圓麼對電轉換紀啟關閉雙筆過濟優質潛發來場佔儲壓標準環節製審圖導匯複續縣臺灣採專圍連係體點擊處終後還當頭衛認識讓讀問題條紅線經營銷畫劃劑劇劍與興舊華萬億歷曆據擬擱擇擴攔擾擺沒聲內層陳樣個倉從適隨蹤嘗選歲長遠頁議協費貼贈顧險頻頂",
    "户单额负责务员联络编号码称阶状态预计实际时间产类数备注话机会订购买卖价币种总门开结业绩应账账归属动访谈签约达记录败进无执输赢货运项写测试档区团队级职权决报钱圆么对电转换纪启关闭双笔过济优质潜发来场占储压标准环节制审图导汇复续县台湾采专围连系体点击处终后还当头卫认识让读问题条红线经营销划划剂剧剑与兴旧华万亿历历据拟搁择扩拦扰摆没声内层陈样个仓从适随踪尝选岁长远页议协费贴赠顾险频顶"
  ), uniquingKeysWith: { first, _ in first })
